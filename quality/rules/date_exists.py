"""A date such as 31 April gives a deadline nobody can compute."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DATE_EXISTS",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Ngày ghi ở thời hạn là ngày có thật.",
    remedy="Sửa lại ngày ở ô thời gian thực hiện.",
    frame="task",
    applies_when='due_kind == "by_date"',
    not_applicable="Kế hoạch không có nhiệm vụ ghi thời hạn theo ngày.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "due_end"}),
    finding="Nhiệm vụ {number} ghi thời hạn “{deadline_text}” là ngày không có thật.",
    evidence="{deadline_text}",
)
