"""Two communes with one text: one of them has not planned."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TEXT_IS_OWN",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Nội dung kế hoạch không chép nguyên văn kế hoạch của xã khác.",
    remedy="Hỏi lại xã; viết nhiệm vụ theo tình hình của xã mình.",
    frame="twin",
    not_applicable="Chưa xác định được xã ban hành.",
    check=Expect("ExpectColumnValuesToBeNull", {"column": "copied_from"}),
    finding="Toàn bộ {part} ({items} nội dung) trùng nguyên văn với kế hoạch của {copied_from}.",
    evidence="{copied_from}",
)
