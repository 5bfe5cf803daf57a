"""'When there is a document' never falls due."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_CAN_BE_CHECKED",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Thời hạn có mốc để theo dõi, không chỉ ghi điều kiện.",
    remedy="Ghi thêm tháng, quý dự kiến bên cạnh điều kiện.",
    frame="task",
    applies_when='source_kind == "annex" and deadline_text.notna()',
    not_applicable="Kế hoạch không có phụ lục ghi thời hạn.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "due_kind", "value_set": ["contingent"]}),
    finding="Nhiệm vụ {number} chỉ ghi thời hạn “{deadline_text}”, không có mốc để theo dõi.",
    evidence="{deadline_text}",
)
