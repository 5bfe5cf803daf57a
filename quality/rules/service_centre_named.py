"""The one-stop section has become the public service centre."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="SERVICE_CENTRE_NAMED",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement=("Kế hoạch gọi Trung tâm Phục vụ hành chính công bằng một tên, không dùng tên cũ “Bộ phận một cửa”."),
    remedy="Thay tên cũ bằng Trung tâm Phục vụ hành chính công.",
    source="Nghị định 118/2025/NĐ-CP",
    frame="passage",
    applies_when='plan_names_service_centre and part != "preamble"',
    not_applicable="Kế hoạch không nhắc Trung tâm Phục vụ hành chính công.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": "(?i)bộ phận (?:một cửa|tiếp nhận và trả kết quả)",
        },
    ),
    finding="Ở {place} còn dùng tên cũ: “{found}”.",
    evidence="{text}",
)
