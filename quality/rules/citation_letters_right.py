"""Letters of another alphabet make a number that no search finds."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_LETTERS_RIGHT",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Số, ký hiệu của văn bản được dẫn gõ đúng chữ cái tiếng Việt.",
    remedy="Gõ lại ký hiệu bằng chữ Latinh và chữ Đ.",
    frame="citation",
    not_applicable="Kế hoạch không dẫn văn bản nào.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "has_wrong_letters", "value_set": [False]}),
    finding="Ký hiệu “{number_text}” gõ sai chữ, phải là {document_number}.",
    evidence="{number_text}",
)
