"""A deadline in the days of issue leaves no time to work."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_LEAVES_TIME",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Thời hạn cách ngày ban hành kế hoạch hơn một tuần.",
    remedy="Lùi thời hạn để đơn vị kịp thực hiện.",
    frame="task",
    applies_when='due_kind in ["by_date", "month"] and days_after_issue.notna()',
    not_applicable="Không biết ngày ban hành, hoặc không nhiệm vụ nào ghi ngày, tháng.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "leaves_no_time", "value_set": [False]}),
    finding=("Nhiệm vụ {number} có thời hạn “{deadline_text}” ngay trong tháng hoặc tuần ban hành kế hoạch."),
    evidence="{deadline_text}",
)
