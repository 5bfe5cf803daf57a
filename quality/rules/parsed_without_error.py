"""A step that failed leaves part of the plan unread."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PARSED_WITHOUT_ERROR",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Mọi phần của kế hoạch được phân tích.",
    remedy="Báo bộ phận quản trị kiểm tra tệp này.",
    frame="note",
    not_applicable="Không có ghi chú nào khi đọc tệp.",
    check=Expect("ExpectColumnValuesToNotBeInSet", {"column": "kind", "value_set": ["parser_error"]}),
    finding="Một phần kế hoạch chưa phân tích được: {message}",
    evidence="{evidence}",
)
