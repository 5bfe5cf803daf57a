"""The same file read with fewer tasks than last time means a broken reader."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="RECORDS_NOT_LOST_SINCE",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Cùng một tệp, lần này đọc được không ít nhiệm vụ hơn bản phát hành trước.",
    remedy="Báo bộ phận quản trị kiểm tra việc đọc tệp.",
    frame="plan_before",
    not_applicable="Bản phát hành trước không có tệp này.",
    check=Expect(
        "ExpectColumnPairValuesAToBeGreaterThanB",
        {"column_A": "tasks", "column_B": "tasks_before", "or_equal": True},
    ),
    finding="Lần trước đọc được {tasks_before} nhiệm vụ, lần này {tasks}.",
    evidence="{tasks_before} → {tasks}",
)
