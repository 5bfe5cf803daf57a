"""'The units concerned' answer for nothing."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LEAD_IS_ANSWERABLE",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Đơn vị chủ trì được nêu tên, không ghi chung chung “cơ quan, đơn vị liên quan”.",
    remedy="Chỉ rõ một đơn vị chịu trách nhiệm chính.",
    frame="task",
    applies_when="count_leads > 0",
    not_applicable="Không nhiệm vụ nào ghi đơn vị chủ trì.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "count_answerable_leads", "min_value": 1}),
    finding="Nhiệm vụ {number} giao chủ trì chung chung cho “{lead_text}”.",
    evidence="{lead_text}",
)
