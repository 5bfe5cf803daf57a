"""A date that no calendar has is a misprint."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="WRITTEN_DATES_EXIST",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mọi ngày ghi trong văn bản là ngày có thật.",
    remedy="Đối chiếu và sửa lại ngày.",
    frame="passage",
    applies_when='part != "thời hạn"',
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "impossible_dates"}),
    finding="Ở {place} có ngày không có thật: {impossible_dates}.",
    evidence="{text}",
)
