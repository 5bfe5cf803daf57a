"""A table whose rows are mostly unreadable would be published as nonsense."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_TABLE_TRUSTWORTHY",
    severity=Severity.HOLDING,
    level=Level.PLAN,
    statement="Không quá một nửa số nhiệm vụ được đọc với độ tin cậy dưới 35%.",
    remedy="Gửi tệp DOCX hoặc PDF gốc thay cho tệp chữ (.txt) đã mất cột, hoặc thay cho bản quét quá mờ.",
    frame="plan",
    applies_when="tasks > 0",
    not_applicable="Kế hoạch không có nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "share_unreadable", "max_value": 0.5}),
    finding="Không dựng lại được bảng nhiệm vụ: {unreadable_tasks}/{tasks} dòng đọc được không đáng tin cậy.",
    evidence="{title}",
)
