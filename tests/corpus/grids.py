"""The grid of a table as it was typeset, to hold what a reader makes of it against."""

from __future__ import annotations

from pipelines.reading.document import Document
from pipelines.text.normalise import clean
from tests.corpus.elements import TableSpec

Grid = list[list[str]]


def typeset_grid(spec: TableSpec) -> Grid:
    """Rows of texts; that of a merged cell stands at every position it covers."""
    grid: list[list[str | None]] = [[None] * len(spec.column_widths) for _ in spec.rows]
    for row, cells in enumerate(spec.rows):
        for cell in cells:
            column = grid[row].index(None)
            for covered in range(row, row + cell.row_span):
                grid[covered][column : column + cell.column_span] = [clean(cell.text)] * cell.column_span
    return [[text or "" for text in line] for line in grid]


def read_grids(document: Document) -> list[Grid]:
    return [[[cell.text for cell in row] for row in table.grid()] for table in document.tables()]
