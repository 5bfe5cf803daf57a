"""Two columns with the same words say one thing twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="COLUMNS_NOT_COPIED",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Mục tiêu, nhiệm vụ và hoạt động của một dòng khác nhau.",
    remedy="Viết lại cột bị chép nguyên văn.",
    frame="task",
    applies_when=(
        'source_kind == "annex" and parent_task_id.isna() and (objective_text.notna() or activity_text.notna())'
    ),
    not_applicable="Phụ lục không có cột mục tiêu, hoạt động.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "equal_columns"}),
    finding="Dòng {number}: {equal_columns} ghi giống hệt nhau: “{task_text}”.",
    evidence="{task_text}",
)
