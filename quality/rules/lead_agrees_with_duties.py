"""The narrative gives a domain to one unit and the annex to another."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LEAD_AGREES_WITH_DUTIES",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement=(
        "Đơn vị được giao một lĩnh vực trong phần tổ chức thực hiện có chủ trì nhiệm vụ của lĩnh vực đó trong phụ lục."
    ),
    remedy="Thống nhất đơn vị chủ trì giữa phần tổ chức thực hiện và phụ lục.",
    frame="responsibility",
    applies_when="tasks_of_domain >= 2 and named_leads >= 1",
    not_applicable="Phần lời không giao lĩnh vực nào cho riêng một đơn vị.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "own_tasks", "min_value": 1}),
    finding="Phần lời giao “{heading}” phụ trách {domain_name}, nhưng phụ lục giao cho: {leads}.",
    evidence="{provision_text}",
)
