"""A space inside a number keeps searches from finding it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_NUMBER_UNBROKEN",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Số, ký hiệu văn bản viết liền, không có dấu cách.",
    remedy="Bỏ dấu cách trong số, ký hiệu.",
    frame="passage",
    applies_when="not is_recognised",
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                r"\d\s?-\s+(?:NQ|KL|CT|QĐ|KH)/|\d\s-\s?(?:NQ|KL|CT)/|\d/\s+(?:NĐ|NQ|QĐ|KH)-|/(?:NĐ|NQ|QĐ|"
                r"KH)(?:\s-|-\s)\s?(?:CP|TTg|UBND)"
            ),
        },
    ),
    finding="Ở {place}, số, ký hiệu văn bản có dấu cách: “{found}”.",
    evidence="{found}",
)
