"""An output copied from another row leaves its own task without one."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="OUTPUT_OF_SAME_TASK",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Sản phẩm nói về việc của chính nhiệm vụ đó.",
    remedy="Kiểm tra ô sản phẩm có bị chép từ dòng khác.",
    frame="foreign_output",
    not_applicable="Không sản phẩm nào nêu nội dung cụ thể.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_foreign", "value_set": [False]}),
    finding="Nhiệm vụ {number}: sản phẩm “{output_text}” nói về việc của dòng thứ {other_row} (“{other_text}”).",
    evidence="{task_text} → {output_text}",
)
