"""Last year's plan of the province is not what this year's plan carries out."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="BASIS_YEAR_AGREES",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Kế hoạch cải cách hành chính của tỉnh được dẫn là của cùng thời kỳ.",
    remedy="Dẫn kế hoạch của tỉnh ban hành cho năm của kế hoạch này.",
    frame="passage",
    applies_when='part in ["preamble", "item"]',
    not_applicable="Kế hoạch không có phần căn cứ và phần lời.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "count_other_years_carried_out", "value_set": [0]}),
    finding="Ở {place} dẫn kế hoạch của tỉnh cho năm {other_years_carried_out}, khác thời kỳ của kế hoạch này.",
    evidence="{text}",
)
