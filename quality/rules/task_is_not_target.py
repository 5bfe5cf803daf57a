"""A figure to reach says what, not who does what."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_IS_NOT_TARGET",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Ô nhiệm vụ nêu việc phải làm, không chỉ nêu tỷ lệ phải đạt.",
    remedy="Viết nhiệm vụ bằng việc phải làm; chuyển tỷ lệ sang chỉ tiêu hoặc sản phẩm.",
    frame="task",
    applies_when='source_kind == "annex"',
    not_applicable="Kế hoạch không có phụ lục nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_bare_target", "value_set": [False]}),
    finding="Nhiệm vụ {number} là một chỉ tiêu: “{task_text}”.",
    evidence="{task_text}",
)
