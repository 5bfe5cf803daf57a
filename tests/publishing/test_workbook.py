from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from pipelines.publishing.release import Release
from pipelines.publishing.workbook import MAX_CELL
from tests.candidates import Candidate, sound_candidate
from tests.publishing.hostile import CONTROL, FORMULAS, HUGE, LINK, MARKUP, hostile_candidate

SHEETS = [
    "Tổng quan",
    "Danh sách kế hoạch",
    "Nhiệm vụ",
    "Chỉ tiêu",
    "Đơn vị",
    "Lịch hạn",
    "Phát hiện",
    "Thay đổi",
    "Tệp bị loại",
]


@pytest.fixture
def book_of(release_of: Callable[[Candidate], Release]) -> Callable[[Candidate], Any]:
    def load(candidate: Candidate) -> Any:
        return load_workbook(release_of(candidate).path / "tong-hop-quang-tri.xlsx")

    return load


def _column(sheet: Any, heading: str) -> list[Any]:
    headings = [cell.value for cell in sheet[1]]
    return [row[headings.index(heading)] for row in sheet.iter_rows(min_row=2)]


def _cells(book: Any) -> Iterator[Any]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def test_sheets_have_vietnamese_headings_filters_and_frozen_panes(book_of: Callable[[Candidate], Any]) -> None:
    book = book_of(sound_candidate())
    assert book.sheetnames == SHEETS
    for title in SHEETS[1:]:
        sheet = book[title]
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.freeze_panes in {"B2", "C2"}
        assert all(cell.value for cell in sheet[1])
    assert {"Nhiệm vụ", "Chủ trì", "Phối hợp", "Hạn", "Tệp nguồn", "Trang"} <= {c.value for c in book["Nhiệm vụ"][1]}


def test_rows_are_the_province_s_own_with_dates_and_sources(book_of: Callable[[Candidate], Any]) -> None:
    book = book_of(sound_candidate())
    sheet = book["Nhiệm vụ"]
    assert [cell.value for cell in _column(sheet, "Số TT")] == ["1", "2", "3"]
    due = _column(sheet, "Hạn")[0]
    assert (due.value, due.number_format) == (datetime(2026, 6, 30), "dd/mm/yyyy")
    assert _column(sheet, "Tệp nguồn")[0].value == "quang-tri/p1.pdf"
    assert _column(sheet, "Trang")[0].value == 2
    plans = {cell.value for cell in _column(book["Danh sách kế hoạch"], "Tình trạng")}
    assert plans == {"Đã phát hành", "Chưa có kế hoạch"}


def test_a_held_plan_is_listed_with_its_reason_and_nowhere_else(book_of: Callable[[Candidate], Any]) -> None:
    candidate = sound_candidate()
    candidate.plan("p3", commune_code="19414", period_start=None)
    candidate.task(1, "p3", task_text="Việc của kế hoạch bị giữ")
    book = book_of(candidate)
    plans = book["Danh sách kế hoạch"]
    reasons = [cell.value for cell in _column(plans, "Lý do giữ lại") if cell.value]
    assert len(reasons) == 1
    assert "Chưa xác định được thời kỳ" in reasons[0]
    assert "Việc của kế hoạch bị giữ" not in {cell.value for cell in _column(book["Nhiệm vụ"], "Nhiệm vụ")}


def test_nothing_printed_in_a_plan_becomes_a_formula_or_a_link(book_of: Callable[[Candidate], Any]) -> None:
    book = book_of(hostile_candidate())
    cells = list(_cells(book))
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink]
    assert not book.defined_names.get("x")
    shown = [cell.value for cell in _column(book["Nhiệm vụ"], "Nhiệm vụ")]
    assert [text for text in (*FORMULAS, MARKUP, LINK) if text in shown] == [*FORMULAS, MARKUP, LINK]


def test_huge_and_control_characters_fit_their_cell(book_of: Callable[[Candidate], Any]) -> None:
    book = book_of(hostile_candidate())
    shown = [str(cell.value) for cell in _column(book["Nhiệm vụ"], "Nhiệm vụ")]
    (huge,) = [text for text in shown if text.startswith(HUGE[:50])]
    assert len(huge) <= MAX_CELL
    assert huge.endswith("(còn tiếp trong tệp nguồn)")
    assert any(text.startswith(CONTROL[:4]) for text in shown)


def test_excluded_files_are_listed(release_of: Callable[[Candidate], Release], tmp_path: Path) -> None:
    candidate = sound_candidate()
    candidate.quarantine("loi/=1+1.pdf", "Tệp bị hỏng.")
    sheet = load_workbook(release_of(candidate).path / "tong-hop-an-giang.xlsx")["Tệp bị loại"]
    assert [cell.value for cell in sheet[2]][:3] == ["loi/=1+1.pdf", "Bị loại", "Tệp bị hỏng."]
    assert sheet["A2"].data_type == "s"


def _widths(sheet: Any) -> dict[int, float]:
    """The width of each column; those alike stand in one entry of the file."""
    groups = sheet.column_dimensions.values()
    return {number: group.width for group in groups for number in range(group.min, group.max + 1)}


def test_every_sheet_prints_on_a4_in_letters_that_can_be_read(book_of: Callable[[Candidate], Any]) -> None:
    for sheet in book_of(sound_candidate()):
        page = sheet.page_setup
        assert (int(page.paperSize), page.fitToWidth or 1, page.fitToHeight) == (9, 1, 0), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.title == "Tổng quan":
            continue
        assert sheet.print_title_rows == "$1:$1"
        last = column_index_from_string(sheet.print_area.split("$")[-2])
        letters = sum(width for number, width in _widths(sheet).items() if number <= last)
        # 277 mm between the margins, 1.85 mm a letter: letters of ten points are never below seven.
        assert letters <= 277 / 1.85 / 0.7, (sheet.title, letters)


def test_rows_are_as_tall_as_their_longest_text(book_of: Callable[[Candidate], Any]) -> None:
    candidate = sound_candidate()
    candidate.rows["fct_task"][0].update(task_text="rà soát " * 60)
    sheet = book_of(candidate)["Nhiệm vụ"]
    heights = [sheet.row_dimensions[row].height for row in (2, 3)]
    assert heights[0] >= 9 * 13
    assert heights[1] < 60


def test_a_sheet_without_rows_says_so(book_of: Callable[[Candidate], Any]) -> None:
    assert book_of(sound_candidate())["Thay đổi"]["A2"].value == "(không có)"


def test_findings_tell_what_where_and_how_to_mend_and_leave_out_other_provinces(
    book_of: Callable[[Candidate], Any],
) -> None:
    candidate = sound_candidate()
    candidate.rows["fct_task"][1].update(lead_text=None)
    candidate.quarantine("an-giang/x.pdf", "Tệp rỗng.")
    sheet = book_of(candidate)["Phát hiện"]
    headings = [cell.value for cell in sheet[1]]
    assert headings[:7] == [
        "Xã, phường, đặc khu",
        "Mức độ",
        "Sai gì, ở đâu",
        "Nguyên văn, căn cứ",
        "Cách xử lý",
        "Tệp nguồn",
        "Trang",
    ]
    (row,) = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "Xã Vĩnh Linh"]
    assert "Nhiệm vụ số 2" in row[2]
    assert "Cách xử lý" not in row[2] and "Tệp" not in row[2]
    assert "Bổ sung đơn vị chủ trì" in row[4]


def test_columns_that_nothing_fills_are_hidden(book_of: Callable[[Candidate], Any]) -> None:
    sheet = book_of(sound_candidate())["Nhiệm vụ"]
    ranges = [(column.min, column.max) for column in sheet.column_dimensions.values() if column.hidden]
    hidden = {cell.value for cell in sheet[1] if any(first <= cell.column <= last for first, last in ranges)}
    for heading in (cell.value for cell in sheet[1]):
        empty = all(cell.value is None for cell in _column(sheet, heading))
        assert (heading in hidden) == empty, heading
    assert hidden
