"""A word printed twice is a slip."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="WORDS_NOT_DOUBLED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Không có từ bị lặp liền nhau.",
    remedy="Bỏ từ lặp.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Văn bản đọc từ ảnh quét nên không xét lỗi chữ.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "doubled_words"}),
    finding="Ở {place} có từ lặp: {doubled_words}.",
    evidence="{doubled_words}",
)
