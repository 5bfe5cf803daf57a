"""An output of a scheme that the task does not name was copied from another row."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="OUTPUT_OF_SAME_SCHEME",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Sản phẩm không nói đến đề án mà nhiệm vụ không nêu.",
    remedy="Kiểm tra ô sản phẩm có bị chép từ dòng khác.",
    frame="task",
    applies_when="output_text.notna()",
    not_applicable="Không nhiệm vụ nào ghi sản phẩm.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "output_names_other_scheme", "value_set": [False]}),
    finding="Nhiệm vụ {number}: sản phẩm “{output_text}” nói đến đề án mà nhiệm vụ không nêu.",
    evidence="{task_text} → {output_text}",
)
