"""Sheets to blocks: title lines as paragraphs, the used region under them as a table."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.reading.document import Block, Cell, Document, Paragraph, Place, Table, TextLine, UnreadableDocumentError
from pipelines.reading.limits import DEFAULT_LIMITS, ReadingLimits
from pipelines.reading.ooxml import Package
from pipelines.reading.tables import join_repeated_tables, table_of_rows
from pipelines.reading.xlsx.sheets import PrintedCell, Sheet, read_sheets

_HEADER_CELLS = 3  # filled cells from which a row opens the table: titles have one, rarely two
_GAP_ROWS = 2  # blank rows that end the table
_BLANK = PrintedCell("", False)


def read_xlsx(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """A workbook. Formulas give the values Excel stored. Places are lines: rows counted on through the sheets.

    Raises UnreadableDocumentError 'damaged', 'too_large' (cells of a sheet, unpacked size) or 'empty'.
    """
    blocks: list[Block] = []
    first_line = 1
    for sheet in read_sheets(Package(data, limits), limits):
        blocks += _sheet_blocks(sheet, first_line)
        first_line += sheet.row_count
    if not blocks:
        raise UnreadableDocumentError("empty", "Bảng tính không có dữ liệu. Hãy gửi lại tệp đầy đủ.")
    return Document("xlsx", tuple(join_repeated_tables(blocks)))


def _sheet_blocks(sheet: Sheet, first_line: int) -> Iterator[Block]:
    filled: dict[int, list[int]] = {}
    for row, column in sorted(sheet.cells):
        if row not in sheet.hidden_rows:
            filled.setdefault(row, []).append(column)
    start = next((row for row, columns in filled.items() if len(columns) >= _HEADER_CELLS), sheet.row_count)
    end = start
    for row in filled:
        if start <= row and row - end < _GAP_ROWS:
            end = row + 1
    yield from _paragraphs(sheet, [row for row in filled if row < start], first_line)
    in_table = [row for row in filled if start <= row < end]
    if in_table:
        yield _table(sheet, in_table, first_line)
    yield from _paragraphs(sheet, [row for row in filled if row >= max(end, start)], first_line)


def _paragraphs(sheet: Sheet, rows: list[int], first_line: int) -> Iterator[Paragraph]:
    for row in rows:
        for column in range(sheet.column_count):
            cell = sheet.cells.get((row, column), _BLANK)
            place = Place(line=first_line + row)
            for text in cell.text.splitlines():
                yield Paragraph(text, place, (TextLine(text, place),), bold=cell.bold)


def _table(sheet: Sheet, rows: list[int], first_line: int) -> Table:
    position = {row: index for index, row in enumerate(rows)}
    columns = {column for row, column in sheet.cells if row in position}
    first, last = min(columns), max(columns)
    covered: set[tuple[int, int]] = set()
    lines: list[list[Cell]] = []
    for row in rows:
        line: list[Cell] = []
        for column in range(first, last + 1):
            if (row, column) in covered:
                continue
            bottom, right = sheet.merges.get((row, column), (row, column))
            right = min(right, last)
            merged_rows = [inner for inner in range(row, bottom + 1) if inner in position]
            covered |= {(inner, across) for inner in merged_rows for across in range(column, right + 1)}
            cell = sheet.cells.get((row, column), _BLANK)
            paragraphs = tuple(cell.text.splitlines())
            line.append(
                Cell(
                    text=" ".join(paragraphs),
                    row=position[row],
                    column=column - first,
                    row_span=max(len(merged_rows), 1),
                    column_span=max(right - column + 1, 1),
                    places=(Place(line=first_line + row),),
                    paragraphs=paragraphs,
                    bold=cell.bold,
                )
            )
        lines.append(line)
    return table_of_rows(lines, last - first + 1)
