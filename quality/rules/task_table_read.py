"""Where most rows of an annex that names units have none, its columns were most likely taken for others."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="TASK_TABLE_READ",
    severity=Severity.HOLDING,
    level=Level.PLAN,
    statement="Trong phụ lục có cột phân công, ít nhất một nửa số nhiệm vụ đọc được đơn vị thực hiện.",
    remedy="Mở phụ lục đối chiếu; nếu bảng in đủ đơn vị, gửi lại tệp DOCX gốc hoặc báo bộ phận quản trị "
    "kiểm tra việc đọc bảng.",
    frame="plan",
    applies_when="annex_tasks_with_unit > 0 and share_unreadable <= 0.5",
    not_applicable="Kế hoạch không có phụ lục nhiệm vụ phân công đơn vị, hoặc bảng không dựng lại được.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "share_without_unit", "max_value": 0.5}),
    finding="Phụ lục có {annex_tasks} nhiệm vụ nhưng {annex_tasks_without_unit} nhiệm vụ không đọc được đơn vị nào.",
    evidence="{title}",
)
