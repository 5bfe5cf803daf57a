"""Slips of the pen in common terms."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="WORDS_SPELT_RIGHT",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Các từ thường dùng viết đúng chính tả.",
    remedy="Sửa lỗi chính tả.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Văn bản đọc từ ảnh quét nên không xét lỗi chữ.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "misspellings"}),
    finding="Ở {place} có thể sai chính tả: {misspellings}.",
    evidence="{misspellings}",
)
