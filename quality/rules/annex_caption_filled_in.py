"""An annex must say which document it belongs to."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_CAPTION_FILLED_IN",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Phần đầu phụ lục ghi đủ số và ngày của văn bản mà nó kèm theo.",
    remedy="Điền số, ngày của văn bản ban hành vào phần đầu phụ lục.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="annex",
    applies_when="names_document",
    not_applicable="Kế hoạch không có phụ lục ghi “kèm theo”.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_filled_in", "value_set": [True]}),
    finding="Phần đầu phụ lục để trống số hoặc ngày: “{caption}”.",
    evidence="{caption}",
)
