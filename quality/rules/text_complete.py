"""A cell that ends in a comma lost its end."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TEXT_COMPLETE",
    severity=Severity.NOTE,
    level=Level.DOCUMENT,
    statement="Nội dung không bị bỏ dở.",
    remedy="Bổ sung phần còn thiếu.",
    frame="passage",
    applies_when=('part in ["item", "nội dung nhiệm vụ", "mục tiêu", "hoạt động", "sản phẩm"] and not is_recognised'),
    not_applicable="Kế hoạch không có nội dung.",
    check=Expect(
        "ExpectColumnValuesToNotMatchRegex",
        {
            "column": "text",
            "regex": (
                r"(?i)(?:,|\s(?:và|hoặc|của|theo|với|về|cho|từ|để|trong|các|những|bằng|tại)|"
                "kế hoạch(?! hằng|"
                r" hàng)[^.;]{0,30}(?<!hằng)(?<!hàng)(?<!cuối)(?<!cả)(?<!trong)(?<!,)(?<!từng)(?<!theo) năm)\s*$"
            ),
        },
    ),
    finding="Ở {place} nội dung dừng giữa chừng: “…{found}”.",
    evidence="{text}",
)
