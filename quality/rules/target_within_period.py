"""A target for a year outside the plan belongs to another plan."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_WITHIN_PERIOD",
    severity=Severity.NOTE,
    level=Level.TARGET,
    statement="Năm phải đạt của chỉ tiêu nằm trong thời kỳ của kế hoạch.",
    remedy="Kiểm tra năm của chỉ tiêu.",
    frame="target",
    applies_when="years_outside.notna()",
    not_applicable="Kế hoạch không có chỉ tiêu hoặc chưa rõ thời kỳ.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "years_outside", "max_value": 0}),
    finding="Chỉ tiêu phải đạt đến {period_end}, ngoài thời kỳ của kế hoạch: “{source_text}”.",
    evidence="{source_text}",
)
