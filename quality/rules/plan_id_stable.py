"""A file that gets another id breaks every link to its records."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PLAN_ID_STABLE",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Cùng một tệp giữ nguyên mã kế hoạch giữa các bản phát hành.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="plan_before",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "plan_id", "column_B": "plan_id_before"}),
    finding="Kế hoạch {plan_id} ở bản phát hành trước mang mã {plan_id_before}.",
    evidence="{source_file}",
)
