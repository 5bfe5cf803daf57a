"""Two records under one task_id would be counted as one by whoever joins on it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_ID_UNIQUE",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi nhiệm vụ có một mã riêng, không trùng với nhiệm vụ khác.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="task",
    check=Expect("ExpectColumnValuesToBeUnique", {"column": "task_id"}),
    finding="Mã nhiệm vụ {task_id} được dùng cho nhiều bản ghi.",
)
