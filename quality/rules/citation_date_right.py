"""The date of a well-known document is not a matter of opinion."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_DATE_RIGHT",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Văn bản hay được dẫn ghi đúng ngày ban hành.",
    remedy="Đối chiếu văn bản gốc, sửa ngày ban hành.",
    source="quality/settings/van-ban.csv",
    frame="legal_basis",
    not_applicable="Kế hoạch không dẫn văn bản nào có trong quality/settings/van-ban.csv.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_dated_right", "value_set": [True]}),
    finding="{called} ghi ngày {date_printed}; văn bản này ban hành ngày {known_date}.",
    evidence="{words}",
)
