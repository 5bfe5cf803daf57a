"""Two numbers in one document: one is wrong."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_CAPTION_NUMBER_AGREES",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Số ở phần đầu phụ lục trùng số của kế hoạch.",
    remedy="Sửa số ở phần đầu phụ lục theo số của kế hoạch.",
    frame="annex",
    applies_when="has_number and document_number.notna()",
    not_applicable="Phụ lục hoặc kế hoạch không ghi số.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "number_agrees", "value_set": [True]}),
    finding="Phụ lục ghi số {number_named}, kế hoạch mang số {document_number}.",
    evidence="{caption}",
)
