"""A plan that gives work to nobody is not carried out."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="RESPONSIBILITIES_ASSIGNED",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Kế hoạch có phần tổ chức thực hiện giao trách nhiệm cho từng đơn vị.",
    remedy="Bổ sung phần tổ chức thực hiện.",
    frame="plan",
    applies_when='plan_kind in ["annual", "half_year", "multi_year"] and provisions >= 10',
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "responsibilities", "min_value": 1}),
    finding="Không thấy phần tổ chức thực hiện giao việc cho các đơn vị.",
    evidence="{title}",
)
