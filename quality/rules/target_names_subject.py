"""100 % of what?"""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_NAMES_SUBJECT",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Chỉ tiêu nêu rõ đo cái gì.",
    remedy="Bổ sung đối tượng của tỷ lệ.",
    frame="target",
    applies_when='unit_of_measure == "%" and source_kind == "narrative"',
    not_applicable="Phần lời không có chỉ tiêu tính bằng phần trăm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "names_subject", "value_set": [True]}),
    finding="Chỉ tiêu không nêu đối tượng: “{source_text}”.",
    evidence="{source_text}",
)
