"""A cited document is told by number and date."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_DATE_PRESENT",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Văn bản được dẫn ghi rõ ngày, tháng, năm ít nhất một lần.",
    remedy="Bổ sung ngày ban hành của văn bản được dẫn ở lần nhắc đầu tiên.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="citation",
    applies_when="is_first_mention",
    not_applicable="Kế hoạch không dẫn văn bản nào.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_dated_somewhere", "value_set": [True]}),
    finding="{kind_text} số {number_text} được dẫn mà không ghi ngày ban hành.",
    evidence="{kind_text} số {number_text}",
)
