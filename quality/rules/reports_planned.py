"""What every such plan must arrange."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="REPORTS_PLANNED",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch có nội dung về báo cáo định kỳ (quý, 6 tháng, năm).",
    remedy="Bổ sung kỳ báo cáo và đơn vị tổng hợp.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and records >= 10',
    not_applicable="Chỉ xét kế hoạch năm, 6 tháng và nhiều năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "speaks_of_reports", "value_set": [True]}),
    finding="Không thấy nội dung về báo cáo định kỳ (quý, 6 tháng, năm) trong kế hoạch.",
    evidence="{title}",
)
