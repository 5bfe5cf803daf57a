"""A task of no plan would be counted in the totals and found in no commune."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_PLAN",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi nhiệm vụ thuộc về một kế hoạch có trong dữ liệu.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="task",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_plan_id"}),
    finding="Nhiệm vụ {task_id} thuộc kế hoạch {plan_id} không có trong dữ liệu.",
    evidence="{task_text}",
)
