"""Two items that say nearly the same are a slip of copying, or one duty given twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ITEMS_DIFFER",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Không có hai ý gần như trùng nhau trong phần lời.",
    remedy="Bỏ một ý, hoặc viết rõ điểm khác nhau và việc riêng của từng đơn vị.",
    frame="similar_items",
    not_applicable="Không có hai ý nào giống nhau.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_overlapping", "value_set": [False]}),
    finding="Nội dung ở mục {section} gần trùng với nội dung ở mục {first_section}: “{provision_text}”.",
    evidence="{first_text} – {provision_text}",
)
