"""Half of the plans gone since the last release: a folder may be missing."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SET_NOT_SHRUNK",
    severity=Severity.WARNING,
    level=Level.SET,
    statement="Số kế hoạch không giảm quá một nửa so với bản phát hành trước.",
    remedy="Kiểm tra thư mục nhận văn bản và phạm vi tỉnh của lần chạy.",
    frame="set_before",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "share_left", "min_value": 0.5}),
    finding="Lần này có {plans} kế hoạch, bản phát hành trước có {plans_before}.",
    evidence="{plans_before} → {plans}",
)
