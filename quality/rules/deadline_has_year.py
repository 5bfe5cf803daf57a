"""A date without a year is read differently by each reader."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_HAS_YEAR",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Thời hạn ghi rõ năm khi các thời hạn khác của phụ lục ghi năm, và khi ghi theo ngày.",
    remedy="Bổ sung năm vào ô thời gian thực hiện.",
    frame="task",
    applies_when=(
        '(due_kind == "by_date" or (due_kind in ["month", "quarter"] and (plan_prints_years or '
        'plan_kind == "multi_year"))) and deadline_text.notna()'
    ),
    not_applicable="Phụ lục không ghi thời hạn theo ngày, hoặc không thời hạn nào ghi năm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "has_year", "value_set": [True]}),
    finding="Nhiệm vụ {number} ghi thời hạn “{deadline_text}” không có năm.",
    evidence="{deadline_text}",
)
