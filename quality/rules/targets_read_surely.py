"""Text recognised from a scan may be wrong letter by letter; whoever uses it should know where."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TARGETS_READ_SURELY",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Mọi chỉ tiêu được đọc với độ tin cậy từ 80% trở lên.",
    remedy="Đối chiếu với văn bản gốc, hoặc gửi tệp DOCX hay PDF có chữ thay cho bản quét.",
    frame="plan",
    applies_when="targets > 0",
    not_applicable="Kế hoạch không có chỉ tiêu.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "doubtful_targets", "max_value": 0}),
    finding="Có {doubtful_targets}/{targets} chỉ tiêu nhận dạng từ ảnh quét với độ tin cậy thấp.",
    evidence="{doubtful_target_words}",
)
