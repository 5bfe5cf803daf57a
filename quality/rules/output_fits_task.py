"""A plan to be issued ends in a plan, not in a report."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="OUTPUT_FITS_TASK",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Sản phẩm phù hợp với nhiệm vụ.",
    remedy="Sửa ô sản phẩm cho khớp với văn bản mà nhiệm vụ yêu cầu.",
    frame="task",
    applies_when='product_of_task != "" and output_text.notna()',
    not_applicable="Không nhiệm vụ nào nêu văn bản phải làm ra.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "output_fits_task", "value_set": [True]}),
    finding="Nhiệm vụ {number} làm ra {product_of_task} nhưng sản phẩm ghi “{output_text}”.",
    evidence="{task_text} → {output_text}",
)
