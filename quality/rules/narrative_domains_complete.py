"""A plan without an annex sets out the work of all reform domains in its narrative."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="NARRATIVE_DOMAINS_COMPLETE",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Kế hoạch không có phụ lục nêu nhiệm vụ của đủ các lĩnh vực cải cách hành chính trong phần lời.",
    remedy="Bổ sung nội dung của lĩnh vực còn thiếu hoặc nêu lý do không đặt nhiệm vụ.",
    source="Nghị quyết 76/NQ-CP năm 2021",
    frame="plan",
    applies_when="annex_tasks == 0 and plan_kind != 'amendment' and narrative_domains >= 4",
    not_applicable="Kế hoạch có phụ lục nhiệm vụ, hoặc phần lời không chia theo lĩnh vực.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "narrative_domains", "min_value": 7}),
    finding="Phần lời không có nội dung thuộc lĩnh vực: {domains_not_in_narrative}.",
    evidence="{domains_not_in_narrative}",
)
