"""Deadlines printed as marks under the columns of months, quarters and years."""

from __future__ import annotations

import pytest

from pipelines.parsing.schedule import Period, Unit, period
from tests.parsing.grids import grid
from tests.parsing.test_annex_tables import parse


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (["Tháng 5"], Period(Unit.MONTH, 5)),
        (["T.12"], Period(Unit.MONTH, 12)),
        (["Thời gian (tháng)", "5"], Period(Unit.MONTH, 5)),
        (["Quý II"], Period(Unit.QUARTER, 2)),
        (["Thời gian", "Quý", "4"], Period(Unit.QUARTER, 4)),
        (["Q1/2026"], Period(Unit.QUARTER, 1)),
        (["Lộ trình thực hiện", "2027"], Period(Unit.YEAR, 2027)),
        (["Tháng 13"], None),
        (["5"], None),
        (["Thời hạn"], None),
    ],
)
def test_labels(levels: list[str], expected: Period | None) -> None:
    assert period(levels) == expected


def deadlines(rows: list[list[str]]) -> list[str | None]:
    return [task.deadline_text for task in parse(grid(rows)).tasks]


def test_months_marked_with_a_cross() -> None:
    assert deadlines(
        [
            ["TT", "Nhiệm vụ", "Chủ trì", "Tháng 1", "Tháng 2", "Tháng 3"],
            ["1", "Lập dự toán", "Phòng Kinh tế", "x", "", ""],
            ["2", "Mở lớp tập huấn", "Phòng Kinh tế", "", "x", "x"],
            ["3", "Trực hộp thư góp ý", "Phòng Kinh tế", "", "", ""],
        ]
    ) == ["Tháng 1", "Tháng 2, 3", None]


def test_quarters_under_a_common_label() -> None:
    assert deadlines(
        [
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian thực hiện (quý)", "<", "<", "<"],
            ["^", "^", "^", "I", "II", "III", "IV"],
            ["1", "Kiểm kê tài sản", "Phòng Kinh tế", "", "", "X", "X"],
            ["2", "Khảo sát người dân", "Phòng Kinh tế", "", "✓", "", ""],
        ]
    ) == ["Quý III, IV", "Quý II"]


def test_years_that_hold_values_are_no_schedule() -> None:
    records = parse(
        grid(
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2027"],
                ["1", "Hồ sơ trả đúng hạn", "%", "96", "97"],
            ]
        ),
        period="giai đoạn 2026 - 2027",
    )
    assert [target.value_text for target in records.targets] == ["96", "97"]


def test_years_marked_with_a_cross() -> None:
    assert deadlines(
        [
            ["TT", "Nhiệm vụ", "Chủ trì", "Lộ trình", "<", "<"],
            ["^", "^", "^", "2026", "2027", "2028"],
            ["1", "Số hóa sổ bộ", "Văn phòng HĐND và UBND", "x", "x", ""],
        ]
    ) == ["Năm 2026, 2027"]
