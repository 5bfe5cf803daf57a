"""Two rows that say nearly the same are done twice or by nobody."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASKS_DIFFER",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Không có hai nhiệm vụ gần như trùng nội dung.",
    remedy="Gộp hai dòng, hoặc viết rõ điểm khác nhau và thống nhất đơn vị, thời hạn.",
    frame="similar_tasks",
    not_applicable="Không có hai nhiệm vụ nào giống nhau.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_overlapping", "value_set": [False]}),
    finding="Dòng thứ {second_row} gần trùng với dòng thứ {first_row}: “{second_text}”.",
    evidence=("{first_text} ({first_lead}; {first_deadline}) – {second_text} ({second_lead}; {second_deadline})"),
)
