"""A cell cut at the page's edge lacks its end."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CELLS_WHOLE",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Các ô của bảng in đủ, không bị cắt.",
    remedy="Kiểm tra ô bị cắt trong văn bản gốc.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["cut_cell"]}),
    finding="Có ô bị cắt: {message}",
    evidence="{evidence}",
)
