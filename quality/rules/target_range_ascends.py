"""A range from high to low was typed the wrong way round."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_RANGE_ASCENDS",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Khoảng của chỉ tiêu đi từ mức thấp đến mức cao.",
    remedy="Sửa lại hai đầu của khoảng.",
    frame="target",
    applies_when="target_value_high.notna()",
    not_applicable="Không chỉ tiêu nào là một khoảng.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "range_ascends", "value_set": [True]}),
    finding="Chỉ tiêu ghi khoảng từ {target_value} đến {target_value_high}.",
    evidence="{source_text}",
)
