"""An assignment without its task shows a unit work that no plan gives it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_UNIT_HAS_TASK",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi phân công đơn vị gắn với một nhiệm vụ có trong dữ liệu.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="task_unit",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_task_id"}),
    finding="Phân công cho đơn vị {unit_code} gắn với nhiệm vụ {task_id} không có trong dữ liệu.",
    evidence="{matched_text}",
)
