"""One task, two units that believe they lead it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_LEAD_AGREES_WITH_DUTY",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Đơn vị được phần lời giao chủ trì một việc là đơn vị chủ trì việc đó trong phụ lục.",
    remedy="Thống nhất đơn vị chủ trì giữa phần tổ chức thực hiện và phụ lục.",
    frame="duty_task",
    not_applicable="Phần lời không giao lại việc nào của phụ lục.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_led_by_the_unit", "value_set": [True]}),
    finding="Nhiệm vụ {number}: phụ lục ghi chủ trì “{lead_text}”, phần lời giao “{heading}”.",
    evidence="{provision_text}",
)
