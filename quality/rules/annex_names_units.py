"""An annex without any unit leaves open who does what."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_NAMES_UNITS",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Phụ lục nhiệm vụ phân công đơn vị thực hiện.",
    remedy="Bổ sung cột đơn vị chủ trì, phối hợp vào phụ lục.",
    frame="plan",
    applies_when="annex_tasks > 0",
    not_applicable="Kế hoạch không có phụ lục nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "annex_tasks_with_unit", "min_value": 1}),
    finding="Phụ lục có {annex_tasks} nhiệm vụ nhưng không nhiệm vụ nào ghi đơn vị thực hiện.",
)
