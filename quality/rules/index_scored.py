"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="INDEX_SCORED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về tự chấm điểm, nâng cao Chỉ số cải cách hành chính.",
    remedy="Bổ sung nhiệm vụ tự đánh giá, chấm điểm chỉ số.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_index", "value_set": [True]}),
    finding=("Không thấy nội dung về tự chấm điểm, nâng cao Chỉ số cải cách hành chính trong kế hoạch."),
    evidence="{title}",
)
