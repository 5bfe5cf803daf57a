"""A plan of an unknown commune cannot be counted anywhere."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="COMMUNE_RESOLVED",
    severity=Severity.HOLDING,
    level=Level.PLAN,
    statement="Xác định được xã, phường, đặc khu ban hành kế hoạch.",
    remedy="Kiểm tra tên xã và tỉnh ở phần đầu văn bản; nếu nhiều tỉnh có xã cùng tên, "
    "đặt tệp vào thư mục mang tên tỉnh rồi chạy lại.",
    frame="plan",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "commune_code"}),
    finding="Chưa xác định được xã ban hành kế hoạch này.",
    evidence="{title}",
)
