"""A printed total that differs shows a task that was dropped, or a row that was not read."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="DECLARED_TOTAL_AGREES",
    severity=Severity.WARNING,
    level=Level.PLAN,
    statement="Số nhiệm vụ ghi trong kế hoạch bằng số nhiệm vụ đánh số trong phụ lục.",
    remedy="Đếm lại các dòng của phụ lục; sửa con số đã ghi hoặc bổ sung nhiệm vụ còn thiếu. "
    "Nếu văn bản đúng, báo bộ phận quản trị kiểm tra việc đọc bảng.",
    frame="plan",
    applies_when="declared_task_total.notna() and annex_tasks > 0",
    not_applicable="Kế hoạch không ghi tổng số nhiệm vụ hoặc không có phụ lục.",
    check=Expect("ExpectColumnPairValuesToBeEqual", {"column_A": "declared_task_total", "column_B": "numbered_tasks"}),
    finding="Kế hoạch ghi có {declared_task_total} nhiệm vụ, nhưng phụ lục đánh số {numbered_tasks} nhiệm vụ.",
)
