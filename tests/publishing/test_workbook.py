from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

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


def test_columns_that_nothing_fills_are_hidden(book_of: Callable[[Candidate], Any]) -> None:
    sheet = book_of(sound_candidate())["Nhiệm vụ"]
    ranges = [(column.min, column.max) for column in sheet.column_dimensions.values() if column.hidden]
    hidden = {cell.value for cell in sheet[1] if any(first <= cell.column <= last for first, last in ranges)}
    for heading in (cell.value for cell in sheet[1]):
        empty = all(cell.value is None for cell in _column(sheet, heading))
        assert (heading in hidden) == empty, heading
    assert hidden
