"""Who has not sent a plan."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PROVINCE_COVERED",
    severity=Severity.NOTE,
    level=Level.SET,
    statement="Mọi xã của tỉnh đã gửi kế hoạch.",
    remedy="Đôn đốc các xã chưa gửi; danh sách ở trang tổng hợp.",
    frame="province",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "communes_without_plan", "max_value": 0}),
    finding=("{province_name}: mới có kế hoạch của {communes_with_plan}/{communes} xã, phường, đặc khu."),
    evidence="{communes_without_plan} xã chưa có kế hoạch",
)
