"""Without a deadline a task is never late."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_DEADLINE",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Nhiệm vụ trong phụ lục ghi thời hạn.",
    remedy="Bổ sung thời hạn vào ô còn trống.",
    frame="task",
    applies_when='source_kind == "annex" and not has_sub_rows and share_with_deadline > 0.5',
    not_applicable="Phụ lục không có cột thời gian.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "deadline_of_row_or_parent"}),
    finding="Nhiệm vụ {number} chưa ghi thời hạn: “{task_text}”.",
    evidence="{task_text}",
)
