"""Text outside any section gets no domain."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TEXT_IN_SECTIONS",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Nội dung phần lời nằm dưới các mục được đánh số.",
    remedy="Đánh số các mục theo thể thức văn bản.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    frame="plan",
    applies_when="provisions > 0",
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "provisions_outside_sections", "max_value": 0}),
    finding="Có {provisions_outside_sections} nội dung không nằm dưới mục nào.",
    evidence="{title}",
)
