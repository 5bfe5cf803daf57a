"""Nobody is at the office on a Sunday or at Tết."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DEADLINE_ON_WORKING_DAY",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Thời hạn theo ngày rơi vào ngày làm việc.",
    remedy="Cân nhắc chuyển thời hạn sang ngày làm việc liền trước.",
    frame="task",
    applies_when='due_kind == "by_date" and due_end.notna()',
    not_applicable="Không nhiệm vụ nào ghi thời hạn theo ngày.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_day_off", "value_set": [False]}),
    finding="Nhiệm vụ {number} có thời hạn {due_end} rơi vào ngày nghỉ.",
    evidence="{deadline_text}",
)
