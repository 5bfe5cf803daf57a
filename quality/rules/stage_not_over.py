"""A scheme whose stage has ended cannot be carried out any more."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="STAGE_NOT_OVER",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement=("Chương trình, đề án được giao thực hiện có giai đoạn chưa kết thúc khi kế hoạch bắt đầu."),
    remedy="Kiểm tra giai đoạn của chương trình, đề án được dẫn.",
    frame="task",
    applies_when="stage_end.notna() and first_year.notna() and not looks_back",
    not_applicable="Không nhiệm vụ nào nêu giai đoạn.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "stage_is_over", "value_set": [False]}),
    finding="Nhiệm vụ {number} giao thực hiện nội dung của giai đoạn đã kết thúc năm {stage_end}.",
    evidence="{task_text}",
)
