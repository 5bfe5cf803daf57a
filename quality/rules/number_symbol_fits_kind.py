"""A plan numbered as a decision is filed and cited wrongly."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="NUMBER_SYMBOL_FITS_KIND",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Ký hiệu của kế hoạch mang chữ viết tắt KH.",
    remedy="Đối chiếu số, ký hiệu với sổ văn bản đi và sửa cho đúng tên loại.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III",
    frame="plan",
    applies_when='number_symbol.notna() and document_kind_text == "Kế hoạch"',
    not_applicable="Văn bản để trống số hoặc không phải kế hoạch.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "number_symbol", "value_set": ["KH", "KHLT"]}),
    finding="Kế hoạch mang ký hiệu “{number_symbol}”, không phải ký hiệu của kế hoạch.",
    evidence="{document_number_text}",
)
