"""One document has one date."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_DATED_ALIKE",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mỗi văn bản được dẫn ghi cùng một ngày ở mọi chỗ.",
    remedy="Đối chiếu văn bản gốc và sửa chỗ ghi sai.",
    frame="citation",
    applies_when="is_first_mention",
    not_applicable="Kế hoạch không dẫn văn bản nào.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "dates"}),
    finding="Văn bản số {number_text} được ghi nhiều ngày khác nhau: {dates}.",
    evidence="{dates}",
)
