"""A target of no plan would be counted in the totals and found in no commune."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_HAS_PLAN",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi chỉ tiêu thuộc về một kế hoạch có trong dữ liệu.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="target",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_plan_id"}),
    finding="Chỉ tiêu {kpi_id} thuộc kế hoạch {plan_id} không có trong dữ liệu.",
    evidence="{source_text}",
)
