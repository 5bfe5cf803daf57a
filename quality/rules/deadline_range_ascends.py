"""A range that ends before it begins cannot be kept."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_RANGE_ASCENDS",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Khoảng thời gian kết thúc sau khi bắt đầu.",
    remedy="Kiểm tra hai mốc ở ô thời gian thực hiện.",
    frame="task",
    applies_when="deadline_text.notna()",
    not_applicable="Không nhiệm vụ nào ghi thời hạn.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "range_descends", "value_set": [False]}),
    finding="Nhiệm vụ {number} ghi thời hạn “{deadline_text}”, kết thúc trước khi bắt đầu.",
    evidence="{deadline_text}",
)
