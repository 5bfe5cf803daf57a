"""A date no calendar has is a misprint in the legal basis."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_DATE_EXISTS",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Ngày của văn bản được dẫn là ngày có thật.",
    remedy="Đối chiếu ngày ban hành với văn bản gốc rồi sửa lại.",
    frame="citation",
    applies_when="date_text.notna()",
    not_applicable="Không văn bản được dẫn nào ghi ngày.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "date_exists", "value_set": [True]}),
    finding="{kind_text} số {number_text} ghi ngày {date_text} là ngày không có thật.",
    evidence="{kind_text} số {number_text} ngày {date_text}",
)
