"""Text recognised from a poor picture may be wrong letter by letter."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SCAN_LEGIBLE",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Văn bản không phải bản quét mờ.",
    remedy="Gửi tệp DOCX hoặc PDF có chữ.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["low_confidence"]}),
    finding="Bản quét khó đọc: {message}",
    evidence="{evidence}",
)
