"""Two words run together are a slip."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="WORDS_NOT_RUN_TOGETHER",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Các từ viết cách nhau.",
    remedy="Thêm dấu cách.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Văn bản đọc từ ảnh quét nên không xét lỗi chữ.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                r"(?<![\w])(?:ban|phòng|xã|tỉnh|vụ|quan|vị|việc|lý|chính|hiện|khai|quả|dân|sách|độ|hành|"
                "trình|cách|thuộc|của|và|các)(?:đảm|được|đến|để|đối|đã|đúng|đồng|động|định|đánh|đẩy|"
                r"điều)(?![\w])"
            ),
        },
    ),
    finding="Ở {place} có từ dính liền: “{found}”.",
    evidence="{found}",
)
