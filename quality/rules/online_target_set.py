"""A plan without this target cannot be compared with the others."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ONLINE_TARGET_SET",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch năm và nhiều năm có chỉ tiêu về dịch vụ công, hồ sơ trực tuyến.",
    remedy="Bổ sung chỉ tiêu, hoặc nêu văn bản đã giao chỉ tiêu này.",
    frame="plan",
    applies_when='plan_kind in ["annual", "multi_year"] and targets >= 5',
    not_applicable="Chỉ xét kế hoạch năm và nhiều năm có từ năm chỉ tiêu trở lên.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "online_targets", "min_value": 1}),
    finding="Kế hoạch không có chỉ tiêu về dịch vụ công, hồ sơ trực tuyến.",
    evidence="{title}",
)
