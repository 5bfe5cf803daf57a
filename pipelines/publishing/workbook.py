"""A province's workbook. Every text is a string constant, so nothing printed in a plan can act as a formula."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.publishing.labels import word
from pipelines.publishing.overview import ProvinceOverview
from pipelines.publishing.query import querying, rows
from pipelines.publishing.sheets import SHEETS, Column, Sheet
from pipelines.publishing.texts import TableText

MAX_CELL = 32_767
MAX_ROWS = 1_048_576
_LINE_POINTS = 13.5
_LETTERS_PER_WIDTH = 1.05  # a width counts digits, and letters are narrower
_BOLDER = 0.85  # headings are bold, and leave room for the mark of the filter
_TALLEST_ROW = 409.0
_MOST_LINES = 40  # more would not fit the tallest row
_A4 = 9  # paper code of the file format
_MARGIN_INCHES = 0.4
_NONE = "(không có)"
_CUT = "… (còn tiếp trong tệp nguồn)"
_LETTERS = {"font_name": "Arial", "font_size": 10}
_FONT = {**_LETTERS, "valign": "top"}
_BORDER = {"border": 1, "border_color": "#C9D2DC"}
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# Column widths count digits of the book's own font: one that every office has.
BOOK_OPTIONS = {**TEXT_ONLY, "default_format_properties": _LETTERS}


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of a workbook's cells, `cells` by kind of column."""

    title: Any
    subtitle: Any
    heading: Any
    cells: Mapping[str, Any]

    @classmethod
    def of(cls, book: Any) -> Formats:
        cell = {**_FONT, **_BORDER}
        return cls(
            title=book.add_format({**_FONT, "bold": True, "font_size": 15, "font_color": "#14375E"}),
            subtitle=book.add_format({**_FONT, "font_color": "#52606D"}),
            heading=book.add_format(
                {
                    **cell,
                    "bold": True,
                    "text_wrap": True,
                    "valign": "vcenter",
                    "bg_color": "#14375E",
                    "font_color": "white",
                }
            ),
            cells={
                "text": book.add_format(cell),
                "wide": book.add_format({**cell, "text_wrap": True}),
                "integer": book.add_format({**cell, "num_format": "#,##0", "align": "center"}),
                "number": book.add_format({**cell, "num_format": "General"}),
                "answer": book.add_format({**cell, "text_wrap": True, "bg_color": "#FFFBE8"}),
                "date": book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "left"}),
            },
        )


def write_workbook(
    path: Path,
    release_database: Path,
    overview: ProvinceOverview,
    texts: Mapping[str, TableText],
    created_at: datetime,
) -> None:
    """Writes the workbook of the overview's province. Raises ValueError when a sheet exceeds Excel's rows."""
    book = xlsxwriter.Workbook(str(path), BOOK_OPTIONS)
    book.set_properties({"title": overview.title, "created": created_at.replace(tzinfo=None)})
    formats = Formats.of(book)
    _write_overview(book.add_worksheet("Tổng quan"), overview, formats)
    with querying(release_database, overview.province_code) as connection:
        for sheet in SHEETS:
            write_sheet(book.add_worksheet(sheet.title), sheet, rows(connection, sheet.query), texts, formats)
    book.close()


def _write_overview(worksheet: Any, overview: ProvinceOverview, formats: Formats) -> None:
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, 58)
    worksheet.set_column(1, 1, 16)
    worksheet.write_string(0, 0, overview.title, formats.title)
    worksheet.write_string(1, 0, overview.subtitle, formats.subtitle)
    worksheet.set_row(0, 24)
    row = 3
    for block in overview.blocks:
        worksheet.write_string(row, 0, block.title, formats.heading)
        worksheet.write_string(row, 1, "Số lượng", formats.heading)
        for name, count in block.rows:
            row += 1
            worksheet.write_string(row, 0, fitting(name), formats.cells["wide"])
            worksheet.write_number(row, 1, count, formats.cells["integer"])
        row += 2
    print_setup(worksheet, landscape=False)


def write_sheet(
    worksheet: Any,
    sheet: Sheet,
    records: Sequence[Mapping[str, Any]],
    texts: Mapping[str, TableText],
    formats: Formats,
) -> None:
    """Writes `records` below headings, frozen, filtered and ready to print. Raises ValueError for too many rows."""
    if len(records) >= MAX_ROWS:
        raise ValueError(f"{sheet.title}: {len(records)} dòng, nhiều hơn số dòng của một trang tính")
    for position, column in enumerate(sheet.columns):
        worksheet.set_column(position, position, column.width)
        worksheet.write_string(0, position, _heading(column, texts), formats.heading)
    worksheet.set_row(0, max(_lines(_heading(c, texts), c.width * _BOLDER) for c in sheet.columns) * _LINE_POINTS + 4)
    for row, record in enumerate(records, start=1):
        worksheet.set_row(row, _row_height(sheet.columns, record))
        for position, column in enumerate(sheet.columns):
            _write_cell(worksheet, row, position, column, record[column.name], formats.cells[column.kind])
    if not records:
        worksheet.write_string(1, 0, _NONE, formats.cells["text"])
    worksheet.freeze_panes(1, sheet.frozen)
    worksheet.autofilter(0, 0, max(len(records), 1), len(sheet.columns) - 1)
    for position in _empty_columns(sheet, records):
        worksheet.set_column(position, position, sheet.columns[position].width, None, {"hidden": True})
    if sheet.printed is not None:
        worksheet.print_area(0, 0, max(len(records), 1), sheet.printed - 1)
    print_setup(worksheet, landscape=True)


def _empty_columns(sheet: Sheet, records: Sequence[Mapping[str, Any]]) -> list[int]:
    """Positions of the columns that no record fills; a column for answers is empty on purpose."""
    return [
        position
        for position, column in enumerate(sheet.columns)
        if records
        and column.kind != "answer"
        and all(_shown(column, record[column.name]) in (None, "") for record in records)
    ]


def _write_cell(worksheet: Any, row: int, position: int, column: Column, value: object, cell_format: Any) -> None:
    value = _shown(column, value)
    if value is None:
        worksheet.write_blank(row, position, None, cell_format)
    elif isinstance(value, date):
        worksheet.write_datetime(row, position, datetime(value.year, value.month, value.day), cell_format)
    elif column.kind in {"integer", "number"} and isinstance(value, int | float):
        worksheet.write_number(row, position, value, cell_format)
    else:
        worksheet.write_string(row, position, fitting(str(value)), cell_format)


def _shown(column: Column, value: object) -> object:
    return value if column.vocabulary is None else word(column.vocabulary, value)


def _row_height(columns: Sequence[Column], record: Mapping[str, Any]) -> float:
    return row_height((str(_shown(c, record[c.name]) or ""), c.width) for c in columns if c.wraps)


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Points that a row of wrapped texts, each with its column's width, needs: not every program works it out."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(lines * _LINE_POINTS + 2, _TALLEST_ROW)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: words stay whole, those too long for a line are cut."""
    room = max(1, int(width * _LETTERS_PER_WIDTH))
    return max(1, sum(len(textwrap.wrap(line, room)) or 1 for line in text[: room * _MOST_LINES].split("\n")))


def _heading(column: Column, texts: Mapping[str, TableText]) -> str:
    text = texts.get(column.table or "", TableText())
    return text.labels.get(column.name, column.heading)


def fitting(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(_CUT)] + _CUT


def print_setup(worksheet: Any, *, landscape: bool) -> None:
    """A4, as wide as the paper and as many pages long as it takes, the headings on each of them."""
    worksheet.set_paper(_A4)
    worksheet.set_landscape() if landscape else worksheet.set_portrait()
    worksheet.set_margins(left=_MARGIN_INCHES, right=_MARGIN_INCHES, top=0.5, bottom=0.6)
    worksheet.fit_to_pages(1, 0)
    if landscape:
        worksheet.repeat_rows(0)
    worksheet.set_footer("&L&A&RTrang &P/&N")
