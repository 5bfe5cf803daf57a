"""A plan cited by the symbol of a decision cannot be found."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_SYMBOL_FITS_KIND",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Tên loại của văn bản được dẫn khớp với ký hiệu.",
    remedy="Đối chiếu văn bản gốc, sửa tên loại hoặc ký hiệu.",
    frame="citation",
    not_applicable="Kế hoạch không dẫn văn bản nào.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "kind_fits_symbol", "value_set": [True]}),
    finding="“{kind_text}” không khớp ký hiệu {number_text} ({kind_of_symbol}).",
    evidence="{kind_text} số {number_text} ngày {date_text}",
)
