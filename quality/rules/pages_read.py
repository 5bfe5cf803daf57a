"""A page nobody read may hold half of the annex."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PAGES_READ",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mọi trang của tệp đều đọc được.",
    remedy="Mở trang này đối chiếu; gửi lại bản rõ hơn hoặc tệp DOCX.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["unread_page"]}),
    finding="Có trang không đọc được: {message}",
    evidence="{evidence}",
)
