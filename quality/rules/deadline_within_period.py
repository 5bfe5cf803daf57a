"""A deadline outside the plan's period is most often a wrong year."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_WITHIN_PERIOD",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Thời hạn của nhiệm vụ nằm trong thời kỳ của kế hoạch hoặc một tháng ngay sau đó.",
    remedy="Kiểm tra ngày, tháng, năm ở ô thời gian thực hiện.",
    frame="task",
    applies_when='due_kind in ["by_date", "month", "quarter"] and days_outside_period.notna()',
    not_applicable="Kế hoạch không có nhiệm vụ ghi ngày, tháng hoặc quý.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "days_outside_period", "max_value": 0}),
    finding="Nhiệm vụ {number} có thời hạn “{deadline_text}” nằm ngoài thời kỳ của kế hoạch "
    "({period_start} – {period_end}).",
    evidence="{deadline_text}",
)
