"""A commune may aim higher than the Government, not lower."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGET_NOT_BELOW_NATIONAL",
    severity=Severity.WARNING,
    level=Level.TARGET,
    statement="Chỉ tiêu không kém mức Chính phủ đặt ra cho cùng chỉ số.",
    remedy="Nâng chỉ tiêu lên ít nhất bằng mức của Chính phủ.",
    source="Nghị quyết 76/NQ-CP năm 2021",
    frame="target",
    applies_when='national_target.notna() and unit_of_measure == "%"',
    not_applicable="Kế hoạch không có chỉ tiêu nào mà Chính phủ đã đặt mức.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "points_short", "max_value": 0}),
    finding="Chỉ tiêu {target_value}% kém mức {national_target}% theo {national_basis}: “{source_text}”.",
    evidence="{source_text}",
)
