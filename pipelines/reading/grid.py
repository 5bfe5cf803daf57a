"""Cells given row by row with their spans, laid into a grid as HTML does."""

from __future__ import annotations

from dataclasses import replace

from pipelines.reading.document import Cell, Table, UnreadableDocumentError


class GridBuilder:
    """Places cells at the first free column of their row. `max_cells` bounds the grid positions taken."""

    def __init__(self, max_cells: int) -> None:
        self._max_cells = max_cells
        self._taken: set[tuple[int, int]] = set()
        self._cells: list[Cell] = []

    def add(self, row: int, cell: Cell, row_span: int = 1, column_span: int = 1) -> None:
        """Raises UnreadableDocumentError 'too_large' when spans ask for more positions than are allowed."""
        if len(self._taken) + row_span * column_span > self._max_cells:
            raise UnreadableDocumentError("too_large", "Bảng trong tệp quá lớn. Hãy tách bảng rồi gửi lại.")
        column = 0
        while (row, column) in self._taken:
            column += 1
        width = 1
        while width < column_span and (row, column + width) not in self._taken:
            width += 1
        self._taken |= {(row + down, column + right) for down in range(row_span) for right in range(width)}
        self._cells.append(replace(cell, row=row, column=column, row_span=row_span, column_span=width))

    def table(self, row_count: int, header_row_count: int = 0) -> Table:
        """The table of all cells; spans that reach below the last row are cut."""
        cells = tuple(replace(cell, row_span=min(cell.row_span, row_count - cell.row)) for cell in self._cells)
        column_count = max((cell.column + cell.column_span for cell in cells), default=0)
        return Table(cells, row_count, column_count, header_row_count)
