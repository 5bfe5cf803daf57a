"""Every commune belongs to a province of the official list."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PROVINCE_CODE_KNOWN",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi xã có kế hoạch thuộc một tỉnh có trong danh mục hành chính.",
    remedy="Cập nhật danh mục tỉnh và xã (dbt_project/seeds) rồi chạy lại.",
    frame="plan",
    applies_when="known_commune_code.notna()",
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_province_code"}),
    finding="Xã {commune_name} (mã {commune_code}) không thuộc tỉnh nào trong danh mục.",
)
