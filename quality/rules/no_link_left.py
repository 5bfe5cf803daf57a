"""A link of a web page shows text copied from there."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="NO_LINK_LEFT",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Văn bản không để sót đường dẫn của trang mạng ngoài cơ quan nhà nước.",
    remedy="Bỏ đường dẫn.",
    frame="passage",
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": r"(?:https?://|www\.)(?!\S*\.gov\.vn)\S+",
        },
    ),
    finding="Ở {place} còn đường dẫn: “{found}”.",
    evidence="{found}",
)
