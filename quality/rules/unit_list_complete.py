"""A list that ends in a semicolon may lack a unit."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="UNIT_LIST_COMPLETE",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Danh sách đơn vị không kết thúc bằng dấu phẩy, chấm phẩy.",
    remedy="Bổ sung đơn vị còn thiếu hoặc bỏ dấu thừa.",
    frame="passage",
    applies_when='part in ["chủ trì", "phối hợp"] and not is_recognised',
    not_applicable="Phụ lục không phân công đơn vị.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": r"[;,]\s*$",
        },
    ),
    finding="Ở {place} danh sách đơn vị kết thúc dở dang: “{text}”.",
    evidence="{text}",
)
