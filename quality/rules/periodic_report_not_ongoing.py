"""A periodic report falls due with its period."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PERIODIC_REPORT_NOT_ONGOING",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Nhiệm vụ báo cáo định kỳ ghi kỳ báo cáo, không ghi “Thường xuyên”.",
    remedy="Ghi kỳ báo cáo (tháng, quý, 6 tháng, năm).",
    frame="task",
    applies_when="is_periodic_report",
    not_applicable="Không nhiệm vụ nào là báo cáo định kỳ.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "due_kind", "value_set": ["ongoing"]}),
    finding="Nhiệm vụ {number} là báo cáo định kỳ nhưng ghi thời hạn “{deadline_text}”.",
    evidence="{task_text}",
)
