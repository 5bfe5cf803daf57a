"""Excel workbooks (.xlsx): each visible sheet as title lines and the table under them."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator
from itertools import count

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.reading.document import Block, Cell, Document, Paragraph, Place, Table, TextLine, UnreadableDocumentError
from pipelines.reading.limits import DEFAULT_LIMITS, ReadingLimits
from pipelines.reading.ooxml import Package, damaged
from pipelines.reading.tables import join_repeated_tables, table_of_rows
from pipelines.text.normalise import clean

_VISIBLE = "visible"


def read_xlsx(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """A workbook. Formulas give the values Excel stored. Places are lines: rows counted on through the sheets.

    Raises UnreadableDocumentError 'damaged', 'too_large' (cells of a sheet, unpacked size) or 'empty'.
    """
    _check_parts(Package(data, limits))
    try:
        with warnings.catch_warnings():
            # openpyxl warns of extensions it drops (data validation, headers): none of them is text of a cell.
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise damaged() from error
    blocks: list[Block] = []
    first_line = 1
    for sheet in workbook.worksheets:
        if sheet.sheet_state != _VISIBLE:
            continue
        if sheet.max_row * sheet.max_column > limits.max_table_cells:
            raise UnreadableDocumentError(
                "too_large",
                f"Trang tính “{sheet.title}” quá lớn ({sheet.max_row} dòng, {sheet.max_column} cột). "
                "Hãy xóa các dòng, cột trống hoặc định dạng thừa rồi lưu lại.",
            )
        blocks += _sheet_blocks(sheet, first_line)
        first_line += sheet.max_row
    if not blocks:
        raise UnreadableDocumentError("empty", "Bảng tính không có dữ liệu. Hãy gửi lại tệp đầy đủ.")
    return Document("xlsx", tuple(join_repeated_tables(blocks)))


def _check_parts(package: Package) -> None:
    """Every sheet must be well formed and without entities before openpyxl, which trusts them, reads it."""
    package.xml("xl/workbook.xml")
    for kind in ("worksheet", "sharedStrings", "styles"):
        for name in package.related("xl/workbook.xml", kind):
            package.xml(name)


def _sheet_blocks(sheet: Worksheet, first_line: int) -> Iterator[Block]:
    rows = [_printed_row(sheet, index) for index in range(1, sheet.max_row + 1)]
    spans = {(area.min_row, area.min_col): (area.max_row, area.max_col) for area in sheet.merged_cells.ranges}
    table_start = next((index for index, row in enumerate(rows) if _opens_table(row)), len(rows))
    table_end = table_start
    while table_end < len(rows) and any(any(row) for row in rows[table_end : table_end + 2]):
        table_end += 1
    yield from _paragraphs(rows[:table_start], sheet, first_line)
    if table_start < len(rows):
        yield _table(sheet, rows, (table_start, table_end), spans, first_line)
    yield from _paragraphs(rows[table_end:], sheet, first_line + table_end)


def _opens_table(row: list[str]) -> bool:
    """A header row has words in three columns or more, and nothing that long a title would have."""
    return sum(1 for text in row if text) >= 3


def _printed_row(sheet: Worksheet, index: int) -> list[str]:
    if sheet.row_dimensions[index].hidden:
        return []
    return [_printed(cell) for cell in sheet[index]]


def _printed(cell: SheetCell | MergedCell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | float):
        return _printed_number(value, cell.number_format or "")
    return "\n".join(line for part in str(value).splitlines() if (line := clean(part)))


def _printed_number(value: int | float, number_format: str) -> str:
    """A number with the Vietnamese decimal comma; percentages as Excel shows them."""
    percent = "%" in number_format
    shown = value * 100 if percent else value
    text = f"{shown:.10g}".replace(".", ",")
    return f"{text}%" if percent else text


def _paragraphs(rows: list[list[str]], sheet: Worksheet, first_line: int) -> Iterator[Paragraph]:
    for number, row in zip(count(first_line), rows, strict=False):
        for text in row:
            for line in text.split("\n"):
                if line:
                    place = Place(line=number)
                    yield Paragraph(line, place, (TextLine(line, place),))


def _table(
    sheet: Worksheet,
    rows: list[list[str]],
    bounds: tuple[int, int],
    spans: dict[tuple[int, int], tuple[int, int]],
    first_line: int,
) -> Table:
    start, end = bounds
    kept = [index for index in range(start, end) if any(rows[index])]
    used = [column for column in range(sheet.max_column) if any("".join(rows[i][column : column + 1]) for i in kept)]
    first_column, last_column = (used[0], used[-1]) if used else (0, 0)
    position = {index: row for row, index in enumerate(kept)}
    covered: set[tuple[int, int]] = set()
    cells: list[list[Cell]] = []
    for index in kept:
        row_cells: list[Cell] = []
        for column in range(first_column, last_column + 1):
            if (index, column) in covered:
                continue
            bottom, right = spans.get((index + 1, column + 1), (index + 1, column + 1))
            area_rows = [row for row in range(index, bottom) if row in position]
            area_columns = range(column, min(right - 1, last_column) + 1)
            covered |= {(row, inner) for row in area_rows for inner in area_columns}
            text = rows[index][column] if column < len(rows[index]) else ""
            paragraphs = tuple(line for line in text.split("\n") if line)
            row_cells.append(
                Cell(
                    " ".join(paragraphs),
                    position[index],
                    column - first_column,
                    max(len(area_rows), 1),
                    max(len(area_columns), 1),
                    (Place(line=first_line + index),),
                    paragraphs,
                    bold=bool(sheet.cell(index + 1, column + 1).font.b),
                )
            )
        cells.append(row_cells)
    return table_of_rows(cells, last_column - first_column + 1)
