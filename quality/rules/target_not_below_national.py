"""A commune may aim higher than the Government, not lower."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_NOT_BELOW_NATIONAL",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Chỉ tiêu mức độ hài lòng không thấp hơn mức Chính phủ đặt ra.",
    remedy="Nâng chỉ tiêu lên ít nhất bằng mức của Chính phủ.",
    source="Nghị quyết 76/NQ-CP năm 2021",
    frame="target",
    applies_when='national_target.notna() and unit_of_measure == "%"',
    not_applicable="Kế hoạch không có chỉ tiêu mức độ hài lòng.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "points_short", "max_value": 0}),
    finding=("Chỉ tiêu {target_value}% thấp hơn mức {national_target}% của Chính phủ: “{source_text}”."),
    evidence="{source_text}",
)
