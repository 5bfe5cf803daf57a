"""A commune's plan reaches no further than the commune."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PROVINCIAL_SCOPE",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Phần nhiệm vụ của xã không lấy phạm vi toàn tỉnh, toàn quốc.",
    remedy="Viết lại theo phạm vi của xã.",
    frame="passage",
    applies_when='part == "item" and not text.str.contains(" số [0-9]", regex=True)',
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                "(?i)(?:quản lý|hoàn thành|số hóa|triển khai|thực hiện)[^.;]{0,120}(?:trên địa bàn tỉnh|"
                "trên (?:phạm vi )?toàn quốc|trên (?:phạm vi )?cả nước)"
            ),
        },
    ),
    finding="Ở {place} nhiệm vụ lấy phạm vi vượt quá xã: “{found}”.",
    evidence="{text}",
)
