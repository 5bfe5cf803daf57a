"""A table put together from parts should be looked at."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TABLES_READ_AS_PRINTED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Bảng đọc được theo đúng đường kẻ, không phải ghép lại.",
    remedy="Đối chiếu bảng với văn bản gốc.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["repaired_table"]}),
    finding="Bảng phải ghép lại: {message}",
    evidence="{evidence}",
)
