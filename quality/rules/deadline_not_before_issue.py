"""A task due before the plan was issued cannot be met."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_NOT_BEFORE_ISSUE",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Thời hạn của nhiệm vụ không trước ngày ban hành kế hoạch.",
    remedy="Lùi thời hạn hoặc bỏ nhiệm vụ đã xong.",
    frame="task",
    applies_when='due_kind in ["by_date", "month", "quarter"] and days_after_issue.notna()',
    not_applicable="Không biết ngày ban hành, hoặc không nhiệm vụ nào ghi ngày, tháng, quý.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "days_after_issue", "min_value": 0}),
    finding=("Nhiệm vụ {number} có thời hạn “{deadline_text}” trước khi kế hoạch được ban hành ({issued_words})."),
    evidence="{deadline_text}",
)
