"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="FUNDING_STATED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về kinh phí thực hiện.",
    remedy="Bổ sung nguồn kinh phí thực hiện.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_funding", "value_set": [True]}),
    finding="Không thấy nội dung về kinh phí thực hiện kế hoạch.",
    evidence="{title}",
)
