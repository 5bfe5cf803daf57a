"""A group number left out or used twice shows a group that was dropped or copied."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="GROUP_NUMBERS_IN_ORDER",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Số của các nhóm nhiệm vụ trong phụ lục liên tục.",
    remedy="Đánh lại số các nhóm; kiểm tra xem có thiếu nhóm.",
    frame="task_group",
    applies_when="ordinal.notna()",
    not_applicable="Phụ lục không đánh số nhóm.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "step", "min_value": 1, "max_value": 1}),
    finding="Nhóm “{group_label}” đứng sau nhóm số {ordinal_before}.",
    evidence="{group_label}",
)
