"""Without an output nobody can say whether the task is done."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_HAS_OUTPUT",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Nhiệm vụ trong phụ lục ghi sản phẩm, kết quả.",
    remedy="Bổ sung sản phẩm vào ô còn trống.",
    frame="task",
    applies_when='source_kind == "annex" and not has_sub_rows and share_with_output > 0.5',
    not_applicable="Phụ lục không có cột sản phẩm.",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "output_of_row_or_parent"}),
    finding="Nhiệm vụ {number} chưa ghi sản phẩm: “{task_text}”.",
    evidence="{task_text}",
)
