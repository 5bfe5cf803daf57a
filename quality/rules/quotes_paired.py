"""A straight quote closed by a curly one comes from two sources."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="QUOTES_PAIRED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Dấu ngoặc kép mở và đóng cùng kiểu.",
    remedy="Dùng một kiểu dấu ngoặc kép.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Văn bản đọc từ ảnh quét nên không xét lỗi chữ.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": '"[^"“”]{1,80}”|“[^"“”]{1,80}"',
        },
    ),
    finding="Ở {place} dấu ngoặc kép không cùng kiểu: “{found}”.",
    evidence="{text}",
)
