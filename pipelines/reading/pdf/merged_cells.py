"""Cells merged down over a page break: printed as two cells, one of them blank or each with a part of the text.

Nothing on the page tells such a cell from two, so the rest of the document is asked. It must merge cells of that
column elsewhere, never leave it blank in a row that is filled otherwise, and the row at the break must be so filled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipelines.reading.pdf.cell_text import cell_text, would_fit
from pipelines.reading.pdf.table_parts import PartCell, TablePart

# A line is about this many times as high as its font; lines end on one height within this many points.
_PITCH = 1.2
_LEVEL = 3.0
# Part of the columns that are filled beside a column which a row so filled may leave blank.
_SELDOM_BLANK = 0.2

Row = dict[int, PartCell]


def merge_over_breaks(tables: Iterable[TablePart]) -> None:
    """Join the halves of such cells in tables whose parts have been joined."""
    alike: defaultdict[tuple[str, ...], list[TablePart]] = defaultdict(list)
    for table in tables:
        alike[_header(table)].append(table)
    for group in alike.values():
        if any(table.breaks for table in group):
            habits = _Habits(group)
            for table in group:
                for row in table.breaks:
                    _merge_at(table, row, habits)


def _header(table: TablePart) -> tuple[str, ...]:
    return tuple(cell_text(cell) for cell in table.row(0))


class _Habits:
    """How the tables with one header fill and merge their columns, but for the rows at page breaks."""

    def __init__(self, tables: list[TablePart]) -> None:
        self.merged: set[int] = set()
        self._filled: list[set[int]] = []
        for table in tables:
            first = max(table.header_rows, max(cell.row_span for cell in table.row(0)))
            at_breaks = {row for position in table.breaks for row in (position - 1, position)}
            self.merged |= {c.column for c in table.cells if c.row_span > 1 and c.column_span == 1 and c.row >= first}
            for row in range(first, table.row_count):
                if row not in at_breaks:
                    self._filled.append(_filled(_cells(table, row)))

    def companions(self, column: int) -> set[int]:
        """Columns that are filled wherever this one is."""
        rows = [filled for filled in self._filled if column in filled]
        return set.intersection(*rows) - {column} if rows else set()

    def leaves_blank(self, column: int, companions: set[int]) -> bool:
        return any(_mostly(companions, filled) and column not in filled for filled in self._filled)


def _mostly(companions: set[int], filled: set[int]) -> bool:
    return len(companions - filled) <= _SELDOM_BLANK * len(companions)


def _cells(table: TablePart, row: int) -> Row:
    return {cell.column: cell for cell in table.row(row) if cell.column_span == 1}


def _filled(cells: Row) -> set[int]:
    return {column for column, cell in cells.items() if not cell.is_blank}


def _merge_at(table: TablePart, row: int, habits: _Habits) -> None:
    above, below = _cells(table, row - 1), _cells(table, row)
    if len(above) < table.column_count or len(below) < table.column_count:
        return
    for column in sorted(habits.merged):
        upper, lower = above[column], below[column]
        companions = habits.companions(column)
        if upper is lower or not companions or habits.leaves_blank(column, companions):
            continue
        if not _mostly(companions, _filled(above)) or not _mostly(companions, _filled(below)):
            continue
        if upper.is_blank != lower.is_blank or (not upper.is_blank and _runs_on(upper, lower, above)):
            upper.pieces += lower.pieces
            upper.row_span += lower.row_span
            table.cells = [cell for cell in table.cells if cell is not lower]


def _runs_on(upper: PartCell, lower: PartCell, row: Row) -> bool:
    """Did the text run out of room in the upper row, whose height another cell had set?"""
    piece, first = upper.pieces[-1], lower.pieces[0]
    if not piece.lines or not first.lines:
        return False
    last = piece.lines[-1]
    is_full = piece.box.bottom - last.bottom < _PITCH * last.size
    if not is_full or would_fit(last, first.lines[0], piece.box, piece.lines):
        return False
    others = [cell.pieces[-1] for cell in row.values() if cell is not upper]
    return any(other.lines and other.lines[-1].bottom > last.bottom - _LEVEL for other in others)
