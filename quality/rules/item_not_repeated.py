"""The same sentence under two headings gives one duty to two units."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ITEM_NOT_REPEATED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Một nội dung chỉ nêu một lần trong phần lời.",
    remedy="Bỏ chỗ lặp, hoặc viết rõ việc riêng của từng đơn vị.",
    frame="repeated_item",
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "mention", "max_value": 1}),
    finding=("Nội dung ở mục {section} lặp lại nguyên văn nội dung ở mục {first_section}: “{provision_text}”."),
    evidence="{provision_text}",
)
