"""A file whose name lies about its format confuses other programs."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="FILE_NAMED_AS_IT_IS",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Phần mở rộng của tên tệp đúng với định dạng.",
    remedy="Đổi phần mở rộng của tên tệp.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["mislabelled"]}),
    finding="Tên tệp không đúng định dạng: {message}",
    evidence="{evidence}",
)
