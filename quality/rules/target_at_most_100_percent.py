"""A share of more than everything is a misprint."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_AT_MOST_100_PERCENT",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Chỉ tiêu tỷ lệ phần trăm không vượt quá 100%, trừ chỉ tiêu tăng trưởng.",
    remedy="Kiểm tra con số và đơn vị tính của chỉ tiêu.",
    frame="target",
    applies_when='unit_of_measure == "%" and not is_growth',
    not_applicable="Kế hoạch không có chỉ tiêu tính bằng phần trăm.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "largest_value", "max_value": 100}),
    finding="Chỉ tiêu “{indicator_text}” đặt mức {largest_value}%.",
    evidence="{source_text}",
)
