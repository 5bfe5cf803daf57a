"""Items are lettered in the Vietnamese alphabet, which has no f, j, w, z."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ITEM_LETTERS_VIETNAMESE",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Điểm được đánh bằng chữ cái tiếng Việt (a, b, c, d, đ, e, g…).",
    remedy="Đánh lại chữ cái của các điểm theo bảng chữ cái tiếng Việt.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="passage",
    applies_when="marker.notna()",
    not_applicable="Kế hoạch không có điểm đánh bằng chữ cái.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "marker",
            "regex": "^[fjwz][).]",
        },
    ),
    finding="Ở {place} có điểm “{marker}”.",
    evidence="{marker} {text}",
)
