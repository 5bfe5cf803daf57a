"""A group's printed total that differs shows a lost row."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="GROUP_TOTAL_AGREES",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Số nhiệm vụ ghi ở dòng nhóm bằng số nhiệm vụ của nhóm.",
    remedy="Đếm lại các dòng của nhóm; sửa con số hoặc bổ sung nhiệm vụ.",
    frame="task_group",
    applies_when="declared_tasks.notna()",
    not_applicable="Phụ lục không ghi số nhiệm vụ của nhóm.",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "declared_tasks", "column_B": "numbered_tasks"}),
    finding="Nhóm “{group_label}” ghi {declared_tasks} nhiệm vụ nhưng có {numbered_tasks}.",
    evidence="{group_label}",
)
