"""A plan to be drawn up once is due on a day, not all year."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ONE_OFF_NOT_ONGOING",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement=("Nhiệm vụ xây dựng, ban hành một văn bản có thời hạn cụ thể, không ghi “Thường xuyên”."),
    remedy="Ghi tháng hoặc quý hoàn thành.",
    frame="task",
    applies_when="is_one_off",
    not_applicable="Không nhiệm vụ nào mở đầu bằng việc xây dựng một văn bản.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "due_kind", "value_set": ["ongoing"]}),
    finding="Nhiệm vụ {number} làm một lần nhưng ghi thời hạn “{deadline_text}”: “{task_text}”.",
    evidence="{task_text}",
)
