"""Text recognised from a scan may be wrong letter by letter, text of flattened tables in the wrong cell."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASKS_READ_SURELY",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Mọi nhiệm vụ được đọc với độ tin cậy từ 80% trở lên.",
    remedy="Đối chiếu các dòng này với văn bản gốc, hoặc gửi tệp DOCX hay PDF có chữ thay cho bản quét.",
    frame="plan",
    applies_when="tasks > 0",
    not_applicable="Kế hoạch không có nhiệm vụ.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "doubtful_tasks", "max_value": 0}),
    finding="Có {doubtful_tasks}/{tasks} nhiệm vụ đọc từ ảnh quét hoặc từ bảng mất đường kẻ với độ tin cậy thấp.",
    evidence="Dòng thứ {doubtful_rows}",
)
