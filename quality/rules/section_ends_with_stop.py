"""A semicolon at the end of a section promises an item that is not there."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SECTION_ENDS_WITH_STOP",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Ý cuối của một mục kết thúc bằng dấu chấm.",
    remedy="Thay dấu chấm phẩy bằng dấu chấm, hoặc bổ sung ý còn thiếu.",
    frame="item",
    applies_when="ends_section",
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "provision_text",
            "regex": r"[;,]\s*$",
        },
    ),
    finding="Ở {place} ý cuối kết thúc bằng dấu chấm phẩy hoặc dấu phẩy: “{found}”.",
    evidence="{provision_text}",
)
