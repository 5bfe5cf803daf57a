"""A plan issued when its period is almost over plans nothing."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ISSUED_IN_TIME",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Kế hoạch được ban hành trước khi hết nửa thời kỳ thực hiện.",
    remedy="Kiểm tra ngày ban hành; nếu đúng, năm sau ban hành kế hoạch sớm hơn.",
    frame="plan",
    applies_when='period_gone.notna() and plan_kind in ["annual", "half_year"]',
    not_applicable="Không biết ngày ban hành, hoặc không phải kế hoạch năm hay 6 tháng.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "period_gone", "max_value": 0.5}),
    finding=("Kế hoạch ban hành từ {issued_from} trong khi thời kỳ là {period_start} – {period_end}."),
    evidence="{issued_on_text}",
)
