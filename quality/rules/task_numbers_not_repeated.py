"""Two tasks under one number cannot be told apart in reports."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_NUMBERS_NOT_REPEATED",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Mỗi nhiệm vụ trong một nhóm mang một số thứ tự riêng.",
    remedy="Đánh lại số thứ tự các dòng trùng số.",
    frame="ordinal",
    applies_when='series == "task" and is_repeated.notna()',
    not_applicable="Kế hoạch không có phụ lục đánh số nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_repeated", "value_set": [False]}),
    finding="{place}: số {printed} lặp lại số của dòng trên.",
    evidence="{printed}",
)
