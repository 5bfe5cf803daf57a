"""An item without its bullet between items with bullets lost it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ITEM_HAS_MARKER",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Các ý cùng cấp đều có dấu gạch đầu dòng.",
    remedy="Bổ sung dấu gạch đầu dòng.",
    frame="item",
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "lacks_marker", "value_set": [False]}),
    finding="Ở {place} một ý thiếu dấu đầu dòng: “{provision_text}”.",
    evidence="{provision_text}",
)
