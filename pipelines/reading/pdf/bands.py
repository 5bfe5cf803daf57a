"""Tables with rules between their rows and none between their columns."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pipelines.reading.document import Box
from pipelines.reading.pdf.columns import side_by_side
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.grid import Grid as RuledGrid
from pipelines.reading.pdf.grid import join_rulings
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.runs import Run
from pipelines.reading.pdf.strips import LEAST_COLUMNS, Grid, find_columns, table_part
from pipelines.reading.pdf.table_parts import TablePart

# Rules of one table end on one height within this many points; their least number, and their least length as a part
# of the page.
_LEVEL = 3.0
_LEAST_RULES = 4
_LEAST_WIDTH = 0.4
# Points from the upper edge of the page in which no text of its body stands.
_EDGE = 54.0
# Rows with words in so many columns as make a table.
_LEAST_FULL_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Band:
    x0: float
    x1: float
    ys: tuple[float, ...]

    def holds(self, run: Run) -> bool:
        return self.ys[0] < _middle(run) < self.ys[-1] and self.x0 <= run.x0 < self.x1


def find_banded(
    runs: list[Run], content: PageContent, grids: list[RuledGrid], last: TablePart | None
) -> tuple[list[TablePart], list[Run]]:
    """Such tables among runs of text outside the grids, and the runs outside of them.

    `last` is the table that the page before ends with, which may go on between fewer rules.
    """
    parts: list[TablePart] = []
    for band in _bands(content, grids, last):
        known = last.xs if last is not None and not parts and _goes_on(band, last) else None
        choices = [band] if known is None else [*_with_cut_row(band, runs, content, Grid(known)), band]
        for choice in choices:
            inside = [run for run in runs if choice.holds(run)]
            part = _read(inside, choice, content, known)
            if part is not None:
                taken = {id(run) for run in inside}
                runs = [run for run in runs if id(run) not in taken]
                parts.append(part)
                break
    return parts, runs


def _with_cut_row(band: _Band, runs: list[Run], content: PageContent, grid: Grid) -> list[_Band]:
    """The band and above it the rest of a row that the page break cut: no rule is over that, no number in it."""
    above = [run for run in runs if run.top > _EDGE and _middle(run) < band.ys[0]]
    lines = build_lines(above, content.number)
    if not lines or 0 in grid.filled(lines) or not all(map(grid.fits, side_by_side(lines))):
        return []
    return [_Band(band.x0, band.x1, (min(run.top for run in above) - 1, *band.ys))]


def _read(runs: list[Run], band: _Band, content: PageContent, known: list[float] | None) -> TablePart | None:
    """None where no columns are seen. `known` are the borders of the columns of the same table on the page before."""
    rows: list[list[list[Line]]] = []
    ys = [band.ys[0]]
    for top, bottom in itertools.pairwise(band.ys):
        lines = build_lines([run for run in runs if top < _middle(run) <= bottom], content.number)
        if lines:
            rows.append(side_by_side(lines))
            ys.append(bottom)
    if not rows:
        return None
    lines_of_text = [line for row in rows for line in row]
    is_known = known is not None and all(Grid(known).fits(line) for line in lines_of_text)
    grid = Grid(known) if known is not None and is_known else find_columns(lines_of_text)
    if grid is None:
        return None
    full = sum(len(grid.filled([part for line in row for part in line])) >= LEAST_COLUMNS for row in rows)
    if not is_known and full < _LEAST_FULL_ROWS:
        return None
    part = table_part(rows, ys, grid, content)
    part.box = Box(band.x0, ys[0], band.x1, ys[-1])
    part.is_banded = True
    return part


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def _bands(content: PageContent, grids: list[RuledGrid], last: TablePart | None) -> list[_Band]:
    groups: dict[tuple[float, float], list[float]] = {}
    for rule in join_rulings(content.horizontals):
        if rule.end - rule.start < _LEAST_WIDTH * content.width or any(_is_inside(rule.position, g) for g in grids):
            continue
        alike = (end for end in groups if abs(end[0] - rule.start) < _LEVEL and abs(end[1] - rule.end) < _LEVEL)
        groups.setdefault(next(alike, (rule.start, rule.end)), []).append(rule.position)
    bands = [_Band(*ends, tuple(ys)) for ends, ys in groups.items()]
    return [b for b in bands if len(b.ys) >= _LEAST_RULES or (last is not None and _goes_on(b, last))]


def _is_inside(y: float, grid: RuledGrid) -> bool:
    return grid.ys[0] - 1 <= y <= grid.ys[-1] + 1


def _goes_on(band: _Band, last: TablePart) -> bool:
    return last.is_banded and abs(band.x0 - last.box.x0) < _LEVEL and abs(band.x1 - last.box.x1) < _LEVEL
