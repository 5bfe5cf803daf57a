"""Words of the province's plan left in the commune's plan set the province's work."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PROVINCIAL_WORDING",
    severity=Severity.WARNING,
    level=Level.TASK,
    statement="Nhiệm vụ, chỉ tiêu của xã không chép việc của tỉnh.",
    remedy="Viết lại theo thẩm quyền và phạm vi của xã.",
    frame="passage",
    applies_when='part in ["nội dung nhiệm vụ", "mục tiêu", "hoạt động", "sản phẩm", "target"]',
    not_applicable="Kế hoạch không có phụ lục.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                "(?i)(?:(?:xây dựng|ban hành|hoàn thiện|rà soát)(?:, (?:xây dựng|ban hành|"
                "hoàn thiện))? (?:kế hoạch|đề án|chương trình|văn bản quy phạm pháp luật|"
                r"văn bản QPPL)(?: CCHC| cải cách hành chính| chuyển đổi số)?(?: năm \d{4})? của tỉnh|"
                "(?:TTHC|thủ tục hành chính|DVCTT|D CTT|DVC|"
                "dịch vụ công trực tuyến) của tỉnh(?! (?:cung cấp|kết nối))|(?:tỷ lệ|tỉ lệ|100%|"
                "số)(?: các)? sở, (?:ban, )?ngành|(?:các )?sở, ban, ngành(?:,)? (?:địa phương|cấp tỉnh|tỉnh|của tỉnh)|"
                r"(?:^|[/;-]\s*)(?:quyết định|kế hoạch) (?:ban hành )?của (?:chủ tịch )?(?:UBND|(?:ủ|"
                "u)(?:y|ỷ) ban nhân dân) tỉnh$|toàn ngành)"
            ),
        },
    ),
    finding="Ở {place} còn cách viết của văn bản cấp tỉnh: “{found}”.",
    evidence="{text}",
)
