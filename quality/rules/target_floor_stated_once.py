"""'At least 90 % and more' says one thing twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_FLOOR_STATED_ONCE",
    severity=Severity.NOTE,
    level=Level.TARGET,
    statement="Chỉ tiêu dùng một cách nói mức sàn: “tối thiểu …” hoặc “từ … trở lên”.",
    remedy="Bỏ một trong hai cách nói.",
    frame="target",
    not_applicable="Kế hoạch không có chỉ tiêu.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "has_two_floors", "value_set": [False]}),
    finding="Chỉ tiêu nói mức sàn hai lần: “{source_text}”.",
    evidence="{source_text}",
)
