"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DIALOGUE_PLANNED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về đối thoại với người dân, doanh nghiệp.",
    remedy="Bổ sung nhiệm vụ đối thoại trong năm.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_dialogue", "value_set": [True]}),
    finding="Không thấy nội dung về đối thoại với người dân, doanh nghiệp trong kế hoạch.",
    evidence="{title}",
)
