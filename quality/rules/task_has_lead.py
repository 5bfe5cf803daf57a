"""Each task needs one unit that answers for it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_LEAD",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Mỗi nhiệm vụ trong phụ lục ghi đơn vị chủ trì.",
    remedy="Bổ sung đơn vị chủ trì vào ô còn trống.",
    frame="task",
    applies_when='source_kind == "annex" and not has_sub_rows and annex_names_units',
    not_applicable="Kế hoạch không có phụ lục nhiệm vụ phân công đơn vị.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "lead_of_row_or_parent"}),
    finding="Nhiệm vụ {number} chưa ghi đơn vị chủ trì: “{task_text}”.",
    evidence="{task_text}",
)
