"""Letters that the file does not explain cannot be searched."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TEXT_DECODED",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mọi chữ trong tệp giải mã được.",
    remedy="Xuất lại PDF từ tệp soạn thảo.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["undecoded_text"]}),
    finding="Có chữ không giải mã được: {message}",
    evidence="{evidence}",
)
