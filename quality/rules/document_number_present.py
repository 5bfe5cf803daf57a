"""A plan without a number is a draft, or a copy taken before it was issued."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DOCUMENT_NUMBER_PRESENT",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Văn bản có số, ký hiệu.",
    remedy="Gửi lại bản đã ban hành có đủ số, ký hiệu ở góc trái trang đầu.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "number_in_front"}),
    finding="Phần đầu văn bản để trống số, ký hiệu.",
    evidence="{title}",
)
