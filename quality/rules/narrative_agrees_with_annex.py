"""The narrative says one figure, the annex another."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="NARRATIVE_AGREES_WITH_ANNEX",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Chỉ tiêu ở phần lời bằng chỉ tiêu ở phụ lục.",
    remedy="Thống nhất con số giữa phần lời và phụ lục.",
    frame="target_pair",
    applies_when="is_narrative_against_annex and likeness >= 0.5",
    not_applicable="Không chỉ tiêu nào có cả ở phần lời và phụ lục chỉ tiêu.",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "first_value", "column_B": "second_value"}),
    finding=(
        "Phần lời và phụ lục ghi khác nhau: {first_value}% (“{first_text}”) và {second_value}% (“{second_text}”)."
    ),
    evidence="{first_text} – {second_text}",
)
