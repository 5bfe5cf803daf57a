"""Without a signer nobody has issued the plan."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SIGNER_PRESENT",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Văn bản ghi họ tên người ký.",
    remedy="Gửi lại bản đã ký có đủ chức vụ và họ tên người ký.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "signer_name"}),
    finding="Không thấy họ tên người ký văn bản.",
    evidence="{title}",
)
