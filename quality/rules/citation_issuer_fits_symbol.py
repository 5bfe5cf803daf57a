"""A decree is the Government's, not the Prime Minister's."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_ISSUER_FITS_SYMBOL",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Cơ quan ban hành của văn bản được dẫn khớp với ký hiệu.",
    remedy="Đối chiếu văn bản gốc, sửa tên cơ quan ban hành.",
    frame="citation",
    applies_when="issuer_text.notna() and issuer_fits_symbol.notna()",
    not_applicable="Không văn bản được dẫn nào ghi cơ quan ban hành.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "issuer_fits_symbol", "value_set": [True]}),
    finding="Văn bản số {number_text} được ghi là của “{issuer_text}”, không khớp ký hiệu.",
    evidence="{kind_text} số {number_text} của {issuer_text}",
)
