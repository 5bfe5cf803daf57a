"""What the rows of a table do away from its page breaks: which column numbers them, which are merged down."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reading.pdf.cell_text import cell_text
from pipelines.reading.pdf.ordinals import is_ordinal
from pipelines.reading.pdf.table_parts import PartCell, TablePart

# Of the first columns, the one with this part of its cells ordinals numbers the rows, in so many rows or more.
_FIRST_COLUMNS = 2
_MOSTLY = 0.6
_LEAST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Habits:
    """`number` is the column of ordinals. `merged` are columns with cells merged down below the header, `with_number`
    those merged wherever the number is. `numbers_all`: no row but groups goes without a number of its own.
    """

    number: int
    merged: frozenset[int]
    with_number: frozenset[int]
    numbers_all: bool


def habits_of(table: TablePart) -> Habits:
    first = max(table.header_rows, max(cell.row_span for cell in table.row(0)))
    data = [cell for cell in table.cells if cell.row >= first and cell.column_span == 1]
    number = next((column for column in range(_FIRST_COLUMNS) if _is_number_column(data, column)), 0)
    merged = [cell for cell in data if cell.row_span > 1]
    spans = {(cell.row, cell.column): cell.row_span for cell in merged}
    numbers = [cell for cell in merged if cell.column == number]
    numbered = [cell for cell in data if cell.column == number]
    return Habits(
        number=number,
        merged=frozenset(cell.column for cell in merged),
        with_number=frozenset(
            cell.column
            for cell in merged
            if numbers and all(spans.get((n.row, cell.column), 1) >= n.row_span for n in numbers)
        ),
        numbers_all=len(numbered) >= _LEAST_ROWS and not numbers and not any(cell.is_blank for cell in numbered),
    )


def _is_number_column(data: list[PartCell], column: int) -> bool:
    texts = [cell_text(cell) for cell in data if cell.column == column and not cell.is_blank]
    return len(texts) >= _LEAST_ROWS and sum(map(is_ordinal, texts)) >= _MOSTLY * len(texts)
