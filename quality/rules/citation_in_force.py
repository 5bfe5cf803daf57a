"""A plan cannot rest on what has been replaced."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="CITATION_IN_FORCE",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Văn bản được dẫn còn hiệu lực khi kế hoạch ban hành.",
    remedy="Dẫn văn bản thay thế.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I; danh sách ở quality/settings/van-ban.csv",
    frame="legal_basis",
    applies_when="not speaks_of_replacement",
    not_applicable="Kế hoạch không dẫn văn bản nào có trong quality/settings/van-ban.csv.",
    check=Expect("ExpectColumnValuesToBeInSet", {"column": "is_in_force", "value_set": [True]}),
    finding="Dẫn {called} ({document_number}) đã hết hiệu lực; thay bằng {replaced_by}.",
    evidence="{words}",
)
