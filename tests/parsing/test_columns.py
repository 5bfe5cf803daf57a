"""The meaning of columns by their header labels."""

from __future__ import annotations

import pytest

from pipelines.parsing.columns import is_target_table, is_task_table, resolve

TASK_HEADERS = [
    (
        ["TT", "Nội dung công việc", "Bộ phận tham mưu", "Đơn vị tham gia", "Tiến độ", "Văn bản/sản phẩm", "Ghi chú"],
        ["number", "task", "lead", "coordinating", "deadline", "output", "note"],
    ),
    (
        ["STT", "Thời hạn", "Nhiệm vụ trọng tâm", "Dự kiến kết quả", "Phối hợp", "Chủ trì"],
        ["number", "deadline", "task", "output", "coordinating", "lead"],
    ),
    (
        ["Số TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Kết quả", "Chủ trì", "Phối hợp", "Thời gian", "Dự toán"],
        ["number", "objective", "task", "activity", "output", "lead", "coordinating", "deadline", "budget"],
    ),
    (
        ["TT", "Nội dung", "Nhiệm vụ cụ thể", "Đơn vị thực hiện", "Thời hạn hoàn thành"],
        ["number", "group", "task", "lead", "deadline"],
    ),
    (
        ["TT", "Nhiệm vụ", "Nội dung thực hiện", "Cơ quan thực hiện", "Thời gian"],
        ["number", "task", "activity", "lead", "deadline"],
    ),
    (
        ["TT", "Lĩnh vực", "Nhiệm vụ", "Giải pháp", "Người chịu trách nhiệm chính", "Thời điểm hoàn thành"],
        ["number", "group", "task", "activity", "lead", "deadline"],
    ),
    (
        ["TT", "Nội dung nhiệm vụ", "Cơ quan, đơn vị chủ trì, phối hợp", "Thời gian hoàn thành"],
        ["number", "task", "joint_roles", "deadline"],
    ),
    (
        ["STT", "Hoạt động", "Mục tiêu", "Đầu mối thực hiện", "Lộ trình"],
        ["number", "task", "objective", "lead", "deadline"],
    ),
    (
        ["STT", "Nội dung", "Lãnh đạo phụ trách", "Đơn vị chủ trì thực hiện nhiệm vụ", "Hạn hoàn thành"],
        ["number", "task", "other", "lead", "deadline"],
    ),
    (
        ["STT", "Nhiệm vụ năm 2026", "Đơn vị", "Thời gian", "Kết quả thực hiện nhiệm vụ"],
        ["number", "task", "lead", "deadline", "output"],
    ),
    (
        ["STT", "Nhiem vu", "San pham", "Chu tri", "Phoi hop", "Thoi gian"],
        ["number", "task", "output", "lead", "coordinating", "deadline"],
    ),
    (
        ["STT", "Nhiệm vụ", "Chỉ tiêu", "Sản phẩm", "Chủ trì", "Thời gian"],
        ["number", "task", "objective", "output", "lead", "deadline"],
    ),
]

TARGET_HEADERS = [
    (
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Cơ quan chịu trách nhiệm theo dõi, đánh giá"],
        ["number", "indicator", "unit", "target_value", "lead"],
    ),
    (
        ["TT", "Tên chỉ tiêu", "ĐVT", "Thực hiện 2025", "Kế hoạch 2026", "Cơ quan chủ trì"],
        ["number", "indicator", "unit", "baseline", "target_value", "lead"],
    ),
    (
        ["TT", "Nội dung chỉ tiêu", "Kết quả năm 2025", "Chỉ tiêu 2026", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        ["number", "indicator", "baseline", "target_value", "lead", "coordinating"],
    ),
    (
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2025", "Năm 2026", "Ghi chú"],
        ["number", "indicator", "unit", "baseline", "target_value", "note"],
    ),
    (
        ["TT", "Chỉ tiêu", "ĐVT", "Giai đoạn 2026-2027", "Giai đoạn 2028-2030"],
        ["number", "indicator", "unit", "target_value", "target_value"],
    ),
    (["TT", "Các chỉ tiêu chủ yếu", "Mục tiêu năm 2026 (%)"], ["number", "indicator", "target_value"]),
    (["TT", "Chỉ tiêu", "Tỷ lệ (%)", "Đơn vị thực hiện"], ["number", "indicator", "target_value", "lead"]),
    (
        ["TT", "Tiêu chí", "Đơn vị tính", "Hiện trạng", "Mục tiêu"],
        ["number", "indicator", "unit", "baseline", "target_value"],
    ),
]


@pytest.mark.parametrize(("labels", "meanings"), TASK_HEADERS)
def test_task_table(labels: list[str], meanings: list[str]) -> None:
    columns = resolve([(label,) for label in labels], first_year=2026)
    assert [column.meaning.value for column in columns] == meanings
    assert is_task_table(columns)
    assert not is_target_table(columns)


@pytest.mark.parametrize(("labels", "meanings"), TARGET_HEADERS)
def test_target_table(labels: list[str], meanings: list[str]) -> None:
    columns = resolve([(label,) for label in labels], first_year=2026)
    assert [column.meaning.value for column in columns] == meanings
    assert is_target_table(columns)
    assert not is_task_table(columns)


@pytest.mark.parametrize(
    ("levels", "meaning"),
    [
        (("Trách nhiệm cụ thể", "Cơ quan phối hợp"), "coordinating"),
        (("Cơ quan chịu trách nhiệm", "Phối hợp"), "coordinating"),
        (("Phân công trách nhiệm", "Đơn vị tham gia"), "coordinating"),
        (("Phân công thực hiện", "Chủ trì"), "lead"),
    ],
)
def test_the_lower_label_decides(levels: tuple[str, ...], meaning: str) -> None:
    columns = resolve([("STT",), ("Nhiệm vụ",), ("Phân công", "Đơn vị chủ trì"), levels, ("Thời gian",)])
    if meaning == "lead":
        columns = resolve([("STT",), ("Nhiệm vụ",), levels, ("Phân công", "Đơn vị phối hợp"), ("Thời gian",)])
    assert meaning in [column.meaning.value for column in columns[2:4]]
    assert {column.meaning.value for column in columns[2:4]} == {"lead", "coordinating"}


@pytest.mark.parametrize(
    "labels",
    [
        ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Ghi chú"],
        ["TT", "Họ và tên", "Chức vụ", "Ghi chú"],
        ["TT", "Tên thủ tục", "Mã số", "Mức độ"],
    ],
)
def test_other_tables_are_neither(labels: list[str]) -> None:
    columns = resolve([(label,) for label in labels])
    assert not is_task_table(columns)
    assert not is_target_table(columns)
