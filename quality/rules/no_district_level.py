"""Since 1 July 2025 there is no district between commune and province."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="NO_DISTRICT_LEVEL",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Kế hoạch thực hiện sau 01/7/2025 không giao việc cho cấp huyện.",
    remedy="Thay cấp huyện bằng cơ quan cấp tỉnh hoặc cấp xã tương ứng.",
    source="Luật Tổ chức chính quyền địa phương năm 2025",
    frame="passage",
    applies_when=(
        'period_end >= "2025-07-01" and not text.str.contains("cũ|trước đây|sáp nhập|không tổ '
        'chức|kết thúc hoạt động|bỏ cấp huyện|chuyển giao", regex=True)'
    ),
    not_applicable="Thời kỳ của kế hoạch kết thúc trước 01/7/2025.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                r"(?i)(?<!\w)(?:cấp huyện|UBND (?:cấp )?huyện|(?:ủ|u)(?:y|ỷ) ban nhân dân (?:cấp )?huyện|"
                r"HĐND huyện|huyện (?:ủ|u)(?:y|ỷ)|phòng nội vụ huyện)(?!\w)"
            ),
        },
    ),
    finding="Ở {place} còn nhắc cấp huyện: “{found}”.",
    evidence="{text}",
)
