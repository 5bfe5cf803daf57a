"""A plan rests on the documents it carries out."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LEGAL_BASIS_PRESENT",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Kế hoạch dẫn ít nhất một văn bản làm căn cứ, có số và ký hiệu.",
    remedy="Bổ sung căn cứ ban hành: tên loại, số, ký hiệu, ngày, cơ quan ban hành.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    applies_when="provisions > 0",
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "citations", "min_value": 1}),
    finding="Kế hoạch không dẫn văn bản nào có số, ký hiệu.",
    evidence="{title}",
)
