"""No plan can rest on a document issued after it."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_NOT_YOUNGER_THAN_PLAN",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Văn bản được dẫn ban hành trước kế hoạch.",
    remedy="Kiểm tra ngày của văn bản được dẫn và ngày ban hành kế hoạch.",
    frame="citation",
    applies_when="days_before_issue.notna()",
    not_applicable="Không văn bản được dẫn nào có ngày để so sánh.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "days_before_issue", "min_value": 0}),
    finding="{kind_text} số {number_text} ngày {date_text} ra sau ngày của kế hoạch.",
    evidence="{kind_text} số {number_text} ngày {date_text}",
)
