"""A section or item number left out or used twice confuses references."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="HEADING_NUMBERS_IN_ORDER",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Số, chữ cái của các mục, khoản, điểm liên tục và không lặp.",
    remedy="Đánh lại số, chữ cái của các mục.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="ordinal",
    applies_when='series == "heading"',
    not_applicable="Kế hoạch không đánh số mục.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_out_of_order", "value_set": [False]}),
    finding="{place}: “{printed}” không nối tiếp mục đứng trước.",
    evidence="{printed}",
)
