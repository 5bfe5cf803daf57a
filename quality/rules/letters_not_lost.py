"""A font that lost its letters spoils search and copying."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LETTERS_NOT_LOST",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Chữ trong tệp đủ, không mất chữ do phông.",
    remedy="Xuất lại PDF từ tệp soạn thảo, nhúng đủ phông chữ.",
    frame="letter_loss",
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "places", "max_value": 2}),
    finding="Tệp mất chữ ở {places} chỗ, ví dụ {examples}.",
    evidence="{examples}",
)
