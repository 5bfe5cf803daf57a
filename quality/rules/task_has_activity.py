"""A blank activity cell in a table of activities was forgotten."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_ACTIVITY",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Trong phụ lục có cột hoạt động, mỗi nhiệm vụ ghi hoạt động.",
    remedy="Bổ sung hoạt động vào ô còn trống.",
    frame="task",
    applies_when='source_kind == "annex" and not has_sub_rows and share_with_activity > 0.7',
    not_applicable="Phụ lục không có cột hoạt động.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "activity_text"}),
    finding="Nhiệm vụ {number} để trống ô hoạt động.",
    evidence="{task_text}",
)
