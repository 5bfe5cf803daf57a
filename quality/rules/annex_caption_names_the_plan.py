"""An annex to a decision under a plan belongs to neither."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_CAPTION_NAMES_THE_PLAN",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Phụ lục ghi kèm theo đúng loại văn bản chứa nó.",
    remedy="Sửa tên loại văn bản ở phần đầu phụ lục.",
    frame="annex",
    applies_when="names_document and document_kind_text.notna() and signer_title.notna()",
    not_applicable="Kế hoạch không có phụ lục ghi “kèm theo”.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "kind_agrees", "value_set": [True]}),
    finding="Phụ lục ghi kèm theo {kind_named}, nhưng văn bản là {document_kind_text}.",
    evidence="{caption}",
)
