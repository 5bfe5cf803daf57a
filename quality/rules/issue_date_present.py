"""Whether a plan is in force, and which of two is newer, hangs on its date."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ISSUE_DATE_PRESENT",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Văn bản ghi đủ ngày, tháng, năm ban hành.",
    remedy="Gửi lại bản đã ban hành có đủ ngày, tháng, năm.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "issued_on"}),
    finding="Văn bản không ghi đủ ngày, tháng, năm ban hành.",
    evidence="{title}",
)
