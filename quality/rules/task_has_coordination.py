"""A blank cell leaves open whether nobody or everybody helps."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_COORDINATION",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Nhiệm vụ trong phụ lục ghi đơn vị phối hợp.",
    remedy="Bổ sung đơn vị phối hợp, hoặc gạch ngang nếu không có.",
    frame="task",
    applies_when='source_kind == "annex" and not has_sub_rows and share_with_coordination > 0.7',
    not_applicable="Phụ lục không có cột phối hợp hoặc phần lớn để trống.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "coordination_of_row_or_parent"}),
    finding="Nhiệm vụ {number} để trống ô phối hợp.",
    evidence="{task_text}",
)
