"""A long phrase twice in one text was pasted twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PHRASE_NOT_REPEATED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Trong một ô, một ý không lặp lại nguyên văn cụm từ dài.",
    remedy="Bỏ cụm từ lặp.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Văn bản đọc từ ảnh quét nên không xét lỗi chữ.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "repeated_phrase"}),
    finding="Ở {place} cụm từ lặp lại: “{repeated_phrase}”.",
    evidence="{text}",
)
