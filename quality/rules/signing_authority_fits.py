"""Who signs, and for whom, must make sense together."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SIGNING_AUTHORITY_FITS",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Quyền hạn ký khớp với cơ quan ban hành và chức vụ của người ký.",
    remedy="Chủ tịch ký thì ghi “TM. ỦY BAN NHÂN DÂN”; Phó Chủ tịch ký thì thêm “KT. CHỦ TỊCH”.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    applies_when="signing_authority_text.notna()",
    not_applicable="Văn bản không ghi quyền hạn ký.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "fault_of_authority"}),
    finding="Phần ký ghi “{signing_authority_text}” rồi “{signer_title}”: {fault_of_authority}.",
    evidence="{signing_authority_text}",
)
