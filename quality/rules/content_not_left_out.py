"""What was left out may matter."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CONTENT_NOT_LEFT_OUT",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Không có nội dung bị bỏ qua khi đọc.",
    remedy="Xem nội dung bị bỏ qua trong tệp gốc.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["ignored_content"]}),
    finding="Có nội dung bị bỏ qua: {message}",
    evidence="{evidence}",
)
