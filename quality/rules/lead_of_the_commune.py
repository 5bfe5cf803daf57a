"""A commune cannot give work to a provincial department."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LEAD_OF_THE_COMMUNE",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Đơn vị chủ trì thuộc xã.",
    remedy="Thay đơn vị cấp tỉnh, cấp huyện bằng đơn vị của xã.",
    frame="task",
    applies_when="lead_text.notna()",
    not_applicable="Không nhiệm vụ nào ghi đơn vị chủ trì.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "lead_is_provincial", "value_set": [False]}),
    finding="Nhiệm vụ {number} giao “{lead_text}” chủ trì.",
    evidence="{lead_text}",
)
