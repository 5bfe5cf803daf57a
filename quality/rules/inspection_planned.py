"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="INSPECTION_PLANNED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về kiểm tra công tác cải cách hành chính.",
    remedy="Bổ sung kế hoạch kiểm tra: số đơn vị, thời gian, đơn vị thực hiện.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_inspection", "value_set": [True]}),
    finding="Không thấy nội dung về kiểm tra công tác cải cách hành chính trong kế hoạch.",
    evidence="{title}",
)
