"""Two records under one plan_id would be counted as one by whoever joins on it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PLAN_ID_UNIQUE",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi kế hoạch có một mã riêng, không trùng với kế hoạch khác.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="plan",
    check=Expect("ExpectColumnValuesToBeUnique", {"column": "plan_id"}),
    finding="Mã kế hoạch {plan_id} được dùng cho nhiều bản ghi.",
)
