"""A year in the number and another in the date contradict each other."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_YEAR_FITS_NUMBER",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Năm trong số của văn bản được dẫn khớp năm ban hành.",
    remedy="Đối chiếu văn bản gốc, sửa số hoặc ngày.",
    frame="citation",
    applies_when="number_year.notna() and date_year.notna()",
    not_applicable="Không văn bản được dẫn nào có năm trong số và có ngày.",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "number_year", "column_B": "date_year"}),
    finding="Văn bản số {number_text} lại ghi ngày {date_text}.",
    evidence="{kind_text} số {number_text} ngày {date_text}",
)
