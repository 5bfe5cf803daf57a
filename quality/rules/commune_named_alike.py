"""Another commune named in the caption betrays a copied plan."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="COMMUNE_NAMED_ALIKE",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Phần đầu, trích yếu, phụ lục và chữ ký nêu cùng một tên xã.",
    remedy="Kiểm tra tên xã khác còn sót lại trong văn bản.",
    frame="plan",
    applies_when="commune_name.notna()",
    not_applicable="Chưa xác định được xã ban hành.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "other_names"}),
    finding="Văn bản của {commune_name} nhưng phần thể thức nêu tên xã khác: {other_names}.",
    evidence="{other_names}",
)
