"""Last year's title over this year's annex shows a copied table."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_TITLE_YEAR_AGREES",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Năm ở tên phụ lục nằm trong thời kỳ của kế hoạch.",
    remedy="Sửa năm ở tên phụ lục; kiểm tra xem phụ lục có phải của năm trước.",
    frame="annex",
    applies_when="title.notna() and period_start.notna()",
    not_applicable="Kế hoạch không có phụ lục có tên.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "count_years_outside", "max_value": 0}),
    finding="Tên phụ lục ghi năm {years_outside}, ngoài thời kỳ của kế hoạch.",
    evidence="{title}",
)
