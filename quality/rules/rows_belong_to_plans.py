"""The figures of the release must equal the sums of its plans."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ROWS_BELONG_TO_PLANS",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Số bản ghi của mỗi bảng bằng tổng số bản ghi của các kế hoạch.",
    remedy="Báo cho bộ phận quản trị hệ thống; không sửa dữ liệu bằng tay.",
    frame="table_count",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "rows", "column_B": "rows_of_plans"}),
    finding="Bảng {record_id} có {rows} bản ghi nhưng các kế hoạch cộng lại chỉ có {rows_of_plans}.",
)
