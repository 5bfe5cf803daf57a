"""A plan nothing was read from was most likely misread."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="PLAN_NOT_EMPTY",
    severity=Severity.HOLDING,
    level=Level.PLAN,
    statement="Kế hoạch có ít nhất một nhiệm vụ, chỉ tiêu hoặc nội dung.",
    remedy="Mở tệp kiểm tra; nếu văn bản đủ nội dung, gửi lại bản PDF hoặc DOCX xuất từ phần mềm soạn thảo.",
    frame="plan",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "records", "min_value": 1}),
    finding="Không đọc được nhiệm vụ, chỉ tiêu hay nội dung nào của kế hoạch.",
    evidence="{title}",
)
