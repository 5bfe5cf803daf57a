"""Commune codes come from the official list."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="COMMUNE_CODE_KNOWN",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi mã xã đã dùng có trong danh mục hành chính.",
    remedy="Cập nhật danh mục xã (dbt_project/seeds) rồi chạy lại.",
    frame="plan",
    applies_when="commune_code.notna()",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_commune_code"}),
    finding="Mã xã {commune_code} của kế hoạch không có trong danh mục hành chính.",
    evidence="{title}",
)
