"""Units outside the list are kept as printed but cannot be added up."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="UNIT_RECOGNISED",
    severity=Severity.NOTE,
    level=Level.TASK,
    statement="Đơn vị được giao việc có trong danh mục đơn vị.",
    remedy="Kiểm tra tên đơn vị; nếu đúng, bổ sung tên gọi này vào danh mục đơn vị (dbt_project/seeds).",
    frame="unknown_unit",
    not_applicable="Kế hoạch không phân công đơn vị nào.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_unknown", "value_set": [False]}),
    finding="Chưa nhận ra đơn vị “{matched_text}” ({tasks} nhiệm vụ, đầu tiên ở dòng thứ {first_row}).",
    evidence="{matched_text}",
)
