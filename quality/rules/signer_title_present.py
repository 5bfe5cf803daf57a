"""A name without an office does not show who may sign."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SIGNER_TITLE_PRESENT",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Dưới văn bản có chức vụ của người ký.",
    remedy="Ghi đủ chức vụ trên họ tên người ký.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    applies_when="signer_name.notna()",
    not_applicable="Văn bản không có họ tên người ký.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "signer_title"}),
    finding="Người ký {signer_name} không kèm chức vụ.",
)
