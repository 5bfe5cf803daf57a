"""A plan without this target cannot be compared with the others."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SATISFACTION_TARGET_SET",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement=("Kế hoạch năm và nhiều năm có chỉ tiêu về mức độ hài lòng của người dân, doanh nghiệp."),
    remedy="Bổ sung chỉ tiêu, hoặc nêu văn bản đã giao chỉ tiêu này.",
    frame="plan",
    applies_when='plan_kind in ["annual", "multi_year"] and targets >= 5',
    not_applicable="Chỉ xét kế hoạch năm và nhiều năm có từ năm chỉ tiêu trở lên.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "satisfaction_targets", "min_value": 1}),
    finding="Kế hoạch không có chỉ tiêu về mức độ hài lòng của người dân, doanh nghiệp.",
    evidence="{title}",
)
