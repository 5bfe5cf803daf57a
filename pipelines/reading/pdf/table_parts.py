"""The part of a table that stands on one page: its cells with the lines printed in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipelines.reading.document import Box
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.grid import Grid, GridCell
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.runs import Run


@dataclass(slots=True)
class Piece:
    """What is printed of a cell on one page. Boxes in points: `box` in the reading view, `shown` as displayed."""

    page: int
    box: Box
    shown: Box
    lines: list[Line]


@dataclass(slots=True)
class PartCell:
    """A cell at a grid position; a cell cut by page breaks has a piece a page."""

    row: int
    column: int
    row_span: int
    column_span: int
    pieces: list[Piece]

    @property
    def lines(self) -> list[Line]:
        return [line for piece in self.pieces for line in piece.lines]

    @property
    def is_blank(self) -> bool:
        return not any(piece.lines for piece in self.pieces)

    @property
    def is_recognised(self) -> bool:
        return any(line.is_recognised for line in self.lines)

    @property
    def last_row(self) -> int:
        return self.row + self.row_span - 1

    def covers(self, row: int, column: int) -> bool:
        return self.row <= row <= self.last_row and self.column <= column < self.column + self.column_span


@dataclass(slots=True)
class TablePart:
    """A table on one page, or the joined parts of one; `xs` are its column borders, `row_count` its rows.

    `room_below` is the free height under its last row on its last page, in points; `breaks` are the rows that start
    a page, not cut by the break before them. `is_banded`: ruled between its rows alone.
    """

    xs: list[float]
    row_count: int
    cells: list[PartCell]
    first_page: int
    last_page: int
    box: Box
    page_width: float
    room_below: float = 0.0
    header_rows: int = 0
    repaired: bool = False
    is_ruled: bool = True
    is_banded: bool = False
    uncertain_rows: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    @property
    def column_count(self) -> int:
        return len(self.xs) - 1

    def row(self, row: int) -> list[PartCell]:
        """Cells that cover a row, from left to right."""
        return sorted((c for c in self.cells if c.row <= row <= c.last_row), key=lambda cell: cell.column)


def split_runs(runs: list[Run], grids: list[Grid]) -> tuple[list[Run], list[list[Run]]]:
    """Runs outside all grids, and those in each grid."""
    outside: list[Run] = []
    inside: list[list[Run]] = [[] for _ in grids]
    for run in runs:
        y = (run.top + run.bottom) / 2
        x = (run.x0 + run.x1) / 2
        for index, grid in enumerate(grids):
            if grid.ys[0] <= y <= grid.ys[-1] and grid.xs[0] - 2 <= x <= grid.xs[-1] + 2:
                inside[index].append(run)
                break
        else:
            outside.append(run)
    return outside, inside


def fill_grid(grid: Grid, runs: list[Run], page: int, shown: dict[int, Box] | None = None) -> list[list[Line]]:
    """The lines of each cell of the grid, in the order of its cells."""
    owner = [[0] * (len(grid.xs) - 1) for _ in range(len(grid.ys) - 1)]
    for index, cell in enumerate(grid.cells):
        for row in range(cell.row, cell.row + cell.row_span):
            owner[row][cell.column : cell.column + cell.column_span] = [index] * cell.column_span
    contents: list[list[Run]] = [[] for _ in grid.cells]
    for run in runs:
        row, first = grid.position(run.x0 + 0.5, (run.top + run.bottom) / 2)
        _, last = grid.position(run.x1 - 0.5, run.baseline)
        if owner[row][first] == owner[row][last]:
            contents[owner[row][first]].append(run)
            continue
        for word in run.words:
            _, column = grid.position((word.x0 + word.x1) / 2, run.baseline)
            part = replace(run, words=[word], before_space=run.before_space and word is run.words[-1])
            contents[owner[row][column]].append(part)
    return [build_lines(content, page, split_gaps=False) if content else [] for content in contents]


def part_cell(cell: GridCell, lines: list[Line], page: int, shown: Box) -> PartCell:
    return PartCell(cell.row, cell.column, cell.row_span, cell.column_span, [Piece(page, cell.box, shown, lines)])


def grid_part(grid: Grid, runs: list[Run], content: PageContent) -> TablePart:
    """The table of a grid and the runs of text in it."""
    contents = fill_grid(grid, runs, content.number)
    return TablePart(
        xs=grid.xs,
        row_count=len(grid.ys) - 1,
        cells=[
            part_cell(cell, lines, content.number, content.shown(cell.box))
            for cell, lines in zip(grid.cells, contents, strict=True)
        ],
        first_page=content.number,
        last_page=content.number,
        box=grid.box,
        page_width=content.width,
        repaired=grid.repaired,
    )
