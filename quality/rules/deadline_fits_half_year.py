"""A half-year plan cannot give a whole year."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_FITS_HALF_YEAR",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Kế hoạch 6 tháng không đặt thời hạn cả năm hoặc hằng năm.",
    remedy="Ghi thời hạn nằm trong 6 tháng của kế hoạch.",
    frame="task",
    applies_when='plan_kind == "half_year" and deadline_text.notna()',
    not_applicable="Không phải kế hoạch 6 tháng.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_yearly", "value_set": [False]}),
    finding="Nhiệm vụ {number} của kế hoạch 6 tháng ghi thời hạn “{deadline_text}”.",
    evidence="{deadline_text}",
)
