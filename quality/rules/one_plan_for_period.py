"""Two plans for one period would be counted twice."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ONE_PLAN_FOR_PERIOD",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mỗi xã có một kế hoạch cùng loại cho một thời kỳ.",
    remedy="Xác định bản đang có hiệu lực và rút bản còn lại khỏi thư mục nhận.",
    frame="plan",
    applies_when=(
        'commune_code.notna() and period_start.notna() and superseded_by_plan_id.isna() and plan_kind != "amendment"'
    ),
    not_applicable="Chưa rõ xã hoặc thời kỳ, hoặc kế hoạch đã được thay thế.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "plans_of_this_period", "max_value": 1}),
    finding=("Xã có {plans_of_this_period} kế hoạch cùng loại cho thời kỳ {period_start} – {period_end}."),
    evidence="{source_file}",
)
