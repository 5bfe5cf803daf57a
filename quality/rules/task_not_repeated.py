"""The same task twice is counted, assigned and reported twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_NOT_REPEATED",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Mỗi nhiệm vụ chỉ nêu một lần trong kế hoạch.",
    remedy="Bỏ dòng trùng hoặc viết rõ điểm khác nhau giữa hai nhiệm vụ.",
    frame="task",
    not_applicable="Kế hoạch không có nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "repeated_row"}),
    finding="Nhiệm vụ {number} trùng nội dung với dòng thứ {repeated_row}: “{task_text}”.",
    evidence="{task_text}",
)
