"""A commune builds its digital administration, not the Government's."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="LOCAL_GOVERNMENT_WORDING",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Kế hoạch của xã viết “chính quyền điện tử, chính quyền số”.",
    remedy="Thay “Chính phủ điện tử, Chính phủ số” bằng “chính quyền điện tử, chính quyền số”.",
    frame="passage",
    applies_when=(
        'plan_names_local_government and part in ["item", "nội dung nhiệm vụ"] and not '
        'text.str.contains("Ủy ban|Uỷ ban Quốc gia|Chiến lược|Chương trình", regex=True)'
    ),
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": "(?i)chính phủ (?:điện tử|số)(?! quốc gia)(?![^.;]{0,20} quốc gia)",
        },
    ),
    finding="Ở {place} viết theo cấp quốc gia: “{found}”.",
    evidence="{text}",
)
