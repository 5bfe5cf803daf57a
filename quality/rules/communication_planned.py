"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="COMMUNICATION_PLANNED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về tuyên truyền về cải cách hành chính.",
    remedy="Bổ sung kế hoạch hoặc nhiệm vụ tuyên truyền.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_communication", "value_set": [True]}),
    finding="Không thấy nội dung về tuyên truyền về cải cách hành chính trong kế hoạch.",
    evidence="{title}",
)
