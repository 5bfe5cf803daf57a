"""A document of an authority that was merged away may no longer hold."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITED_AUTHORITY_EXISTS",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Văn bản được dẫn là của cơ quan đang hoạt động.",
    remedy="Kiểm tra văn bản còn hiệu lực; dẫn văn bản thay thế nếu có.",
    frame="citation",
    applies_when="issuer_text.notna()",
    not_applicable="Không văn bản được dẫn nào ghi cơ quan ban hành.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "issuer_is_former", "value_set": [False]}),
    finding="Văn bản số {number_text} là của cơ quan cũ: “{issuer_text}”.",
    evidence="{kind_text} số {number_text} của {issuer_text}",
)
