"""A plan of the year covers all reform domains."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DOMAINS_COMPLETE",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Phụ lục nhiệm vụ có đủ các lĩnh vực cải cách hành chính.",
    remedy="Bổ sung nhiệm vụ của lĩnh vực còn thiếu hoặc nêu lý do không đặt nhiệm vụ.",
    source="Nghị quyết 76/NQ-CP năm 2021",
    frame="plan",
    applies_when='plan_kind in ["annual", "multi_year"] and annex_domains >= 3 and annex_groups >= 3',
    not_applicable="Phụ lục không chia nhóm theo lĩnh vực.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "missing_domains", "max_value": 0}),
    finding="Phụ lục không có nhiệm vụ thuộc lĩnh vực: {missing_domain_names}.",
    evidence="{missing_domain_names}",
)
