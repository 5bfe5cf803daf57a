"""Two values for one indicator: which one counts?"""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGETS_AGREE",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Một chỉ số chỉ có một mức phải đạt trong cùng thời kỳ.",
    remedy="Thống nhất một mức.",
    frame="target_pair",
    applies_when="not is_narrative_against_annex and likeness >= 0.5",
    not_applicable="Không có hai chỉ tiêu nào cùng chỉ số.",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "first_value", "column_B": "second_value"}),
    finding=(
        "Hai mức khác nhau cho cùng chỉ số: {first_value}% (“{first_text}”) và {second_value}% (“{second_text}”)."
    ),
    evidence="{first_text} – {second_text}",
)
