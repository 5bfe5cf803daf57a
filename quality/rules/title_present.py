"""Without its subject a document cannot be told from another."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TITLE_PRESENT",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Văn bản có trích yếu nội dung dưới tên loại.",
    remedy="Bổ sung trích yếu, ví dụ “Cải cách hành chính năm 2026”.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "title"}),
    finding="Không thấy trích yếu nội dung của văn bản.",
)
