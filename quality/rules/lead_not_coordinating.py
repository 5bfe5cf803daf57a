"""Who leads a task does not coordinate with itself."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LEAD_NOT_COORDINATING",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Đơn vị chủ trì không đồng thời là đơn vị phối hợp của cùng nhiệm vụ.",
    remedy="Bỏ đơn vị chủ trì khỏi ô phối hợp hoặc thay bằng đơn vị khác.",
    frame="task",
    applies_when="lead_text.notna() and coordinating_text.notna()",
    not_applicable="Không nhiệm vụ nào ghi cả hai vai trò.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "count_units_in_both_roles", "max_value": 0}),
    finding=(
        "Nhiệm vụ {number} ghi cùng một đơn vị ở ô chủ trì (“{lead_text}”) và ô phối hợp (“{coordinating_text}”)."
    ),
    evidence="{lead_text} / {coordinating_text}",
)
