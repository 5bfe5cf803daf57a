"""A deputy signs on behalf of the chair, and the document says so."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEPUTY_SIGNS_FOR_CHAIR",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Phó Chủ tịch ký thay thì ghi “KT. CHỦ TỊCH” trên chức vụ.",
    remedy="Bổ sung thể thức ký thay “KT. CHỦ TỊCH”.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    applies_when="signed_by_deputy and signing_authority_text.notna()",
    not_applicable="Người ký không phải cấp phó.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "signs_for_another", "value_set": [True]}),
    finding="Người ký là {signer_title} nhưng văn bản không ghi “KT. CHỦ TỊCH”.",
    evidence="{signing_authority_text}",
)
