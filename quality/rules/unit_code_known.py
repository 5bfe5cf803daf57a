"""Unit codes come from the list of units that people maintain."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="UNIT_CODE_KNOWN",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Mỗi mã đơn vị đã dùng có trong danh mục đơn vị.",
    remedy="Bổ sung mã đơn vị vào danh mục (dbt_project/seeds) rồi chạy lại.",
    frame="task_unit",
    applies_when='unit_code.notna() and not unit_code.str.startswith("OTHER")',
    check=Expect("ExpectColumnValuesToNotBeNull", {"column": "known_unit_code"}),
    finding="Mã đơn vị {unit_code} không có trong danh mục đơn vị.",
    evidence="{matched_text}",
)
