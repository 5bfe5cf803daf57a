"""Text recognised from a scan may be wrong letter by letter; whoever uses it should know where."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="HEADER_READ_SURELY",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Phần đầu văn bản (cơ quan, số, ngày, trích yếu) được đọc với độ tin cậy từ 80% trở lên.",
    remedy="Đối chiếu với văn bản gốc, hoặc gửi tệp DOCX hay PDF có chữ thay cho bản quét.",
    frame="plan",
    applies_when="header_confidence.notna()",
    not_applicable="Không tách được phần đầu văn bản.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "header_confidence", "min_value": 0.8}),
    finding="Phần đầu văn bản nhận dạng từ ảnh quét với độ tin cậy thấp.",
    evidence="{title}",
)
