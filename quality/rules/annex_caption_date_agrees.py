"""Two dates of issue in one document: one is wrong."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_CAPTION_DATE_AGREES",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Ngày, tháng, năm ở phần đầu phụ lục trùng với ngày ban hành kế hoạch.",
    remedy="Sửa ngày ở phần đầu phụ lục theo ngày ban hành.",
    frame="annex",
    applies_when="(month_named.notna() or date_named.notna()) and issued_on.notna()",
    not_applicable="Phụ lục hoặc kế hoạch không ghi ngày.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "date_agrees", "value_set": [True]}),
    finding="Phụ lục ghi ngày khác ngày ban hành {issued_on}: “{caption}”.",
    evidence="{caption}",
)
