"""A fifth of the units is inspected each year."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="INSPECTION_COVERS_20_PERCENT",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Tỷ lệ cơ quan, đơn vị được kiểm tra cải cách hành chính trong năm từ 20% trở lên.",
    remedy="Nâng tỷ lệ đơn vị được kiểm tra.",
    frame="plan",
    applies_when='inspection_share.notna() and plan_kind != "half_year"',
    not_applicable="Kế hoạch không ghi tỷ lệ đơn vị được kiểm tra.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "inspection_share", "min_value": 20}),
    finding="Kế hoạch chỉ kiểm tra {inspection_share}% cơ quan, đơn vị.",
    evidence="{title}",
)
