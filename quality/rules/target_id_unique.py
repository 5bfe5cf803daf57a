"""Two records under one kpi_id would be counted as one by whoever joins on it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_ID_UNIQUE",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi chỉ tiêu có một mã riêng, không trùng với chỉ tiêu khác.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="target",
    check=Expect("ExpectColumnValuesToBeUnique", {"column": "kpi_id"}),
    finding="Mã chỉ tiêu {kpi_id} được dùng cho nhiều bản ghi.",
)
