"""A number left out shows a task that was dropped."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_NUMBERS_WITHOUT_GAP",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Số thứ tự nhiệm vụ trong phụ lục liên tục.",
    remedy="Đánh lại số thứ tự; kiểm tra xem có thiếu nhiệm vụ.",
    frame="ordinal",
    applies_when='series == "task"',
    not_applicable="Kế hoạch không có phụ lục đánh số nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "has_gap", "value_set": [False]}),
    finding="{place}: số {printed} đứng sau số {ordinal_before}.",
    evidence="{ordinal_before} → {printed}",
)
