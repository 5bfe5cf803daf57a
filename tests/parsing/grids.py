"""Tables written down as rows of strings: '^' continues the cell above, '<' the cell to the left."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.reading.document import Box, Cell, Place, Table


def grid(rows: Sequence[Sequence[str]], *, header_rows: int = 0, bold: frozenset[int] = frozenset()) -> Table:
    """A table on page 1 with cells of 100 x 20 points; `bold` are the rows printed in bold."""
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            row_span = column_span = 1
            while r + row_span < len(rows) and rows[r + row_span][c] == "^":
                row_span += 1
            while c + column_span < len(row) and row[c + column_span] == "<":
                column_span += 1
            box = Box(100.0 * c, 20.0 * r, 100.0 * (c + column_span), 20.0 * (r + row_span))
            place = Place(page=1, box=box)
            cells.append(Cell(text, r, c, row_span, column_span, (place,), (text,), bold=r in bold))
    return Table(tuple(cells), len(rows), max(map(len, rows)), header_rows)
