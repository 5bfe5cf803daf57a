"""Two plans under one number: one of them carries a wrong number."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DOCUMENT_NUMBER_USED_ONCE",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Trong một năm, mỗi số văn bản của xã chỉ dùng cho một kế hoạch.",
    remedy="Kiểm tra số của hai văn bản trong sổ văn bản đi.",
    frame="plan",
    applies_when="document_number.notna() and commune_code.notna()",
    not_applicable="Văn bản để trống số hoặc chưa rõ xã.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "plans_of_this_number", "max_value": 1}),
    finding="Số {document_number} được dùng cho {plans_of_this_number} kế hoạch của cùng một xã.",
    evidence="{source_file}",
)
