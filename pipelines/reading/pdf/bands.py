"""Tables with rules between their rows and none between their columns.

The columns are white strips in the text between the rules. Where a text runs over a strip its cell is merged across
it, and where a rule leaves a column out the cell is merged down, as in a table that is ruled both ways.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from pipelines.reading.pdf.columns import side_by_side
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.geometry import Ruling
from pipelines.reading.pdf.grid import Grid, find_grids, join_rulings
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.runs import Run
from pipelines.reading.pdf.strips import LEAST_COLUMNS, Strips, find_columns, parts
from pipelines.reading.pdf.table_parts import TablePart, grid_part

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
class _Region:
    """Rules from `x0` to `x1`, the first and the last as long as that, by their height."""

    x0: float
    x1: float
    rules: tuple[Ruling, ...]

    @property
    def ys(self) -> list[float]:
        return [rule.position for rule in self.rules]

    def holds(self, run: Run) -> bool:
        return self.ys[0] < _middle(run) < self.ys[-1] and self.x0 <= run.x0 < self.x1


def find_banded(
    runs: list[Run], content: PageContent, grids: list[Grid], last: TablePart | None
) -> tuple[list[TablePart], list[Run]]:
    """Such tables among runs of text outside the grids, and the runs outside of them.

    `last` is the table that the page before ends with, which may go on between fewer rules.
    """
    found: list[TablePart] = []
    regions = [part for region in _regions(content, grids, last) for part in _tables_of(region, runs, content)]
    for region in regions:
        known = last.xs if last is not None and not found and _goes_on(region, last) else None
        choices = [region] if known is None else [*_with_cut_row(region, runs, content, known), region]
        for choice in choices:
            inside = [run for run in runs if choice.holds(run)]
            grid = _grid(inside, choice, content, known)
            if grid is not None:
                taken = {id(run) for run in inside}
                runs = [run for run in runs if id(run) not in taken]
                part = grid_part(grid, inside, content)
                part.is_banded = True
                found.append(part)
                break
    return found, runs


def _regions(content: PageContent, grids: list[Grid], last: TablePart | None) -> list[_Region]:
    rules = [
        rule
        for rule in join_rulings(content.horizontals)
        if not any(grid.ys[0] - 1 <= rule.position <= grid.ys[-1] + 1 for grid in grids)
    ]
    groups: dict[tuple[float, float], list[Ruling]] = {}
    for rule in rules:
        if rule.end - rule.start >= _LEAST_WIDTH * content.width:
            alike = (e for e in groups if abs(e[0] - rule.start) < _LEVEL and abs(e[1] - rule.end) < _LEVEL)
            groups.setdefault(next(alike, (rule.start, rule.end)), []).append(rule)
    regions: list[_Region] = []
    for (x0, x1), ends in sorted(groups.items(), key=lambda item: item[0][0] - item[0][1]):
        top, bottom = ends[0].position, ends[-1].position
        if any(region.ys[0] <= bottom and top <= region.ys[-1] for region in regions):
            continue
        inner = (rule for rule in rules if top <= rule.position <= bottom)
        region = _Region(x0, x1, tuple(r for r in inner if x0 - _LEVEL < r.start and r.end < x1 + _LEVEL))
        if len(region.rules) >= _LEAST_RULES or (last is not None and _goes_on(region, last)):
            regions.append(region)
    return sorted(regions, key=lambda region: region.ys[0])


def _tables_of(region: _Region, runs: list[Run], content: PageContent) -> list[_Region]:
    """The region, parted above each row in bold type like the first one; what stands alone over that is no row."""
    rows = [side_by_side(lines) for _, _, lines in _bands(region, runs, content)]
    tables: list[_Region] = []
    start = 0
    for index in range(2, len(rows)):
        if _is_header(rows[start]) and _is_header(rows[index]):
            end = index if max(map(len, rows[index - 1]), default=0) >= LEAST_COLUMNS else index - 1
            tables.append(replace(region, rules=region.rules[start : end + 1]))
            start = index
    return [*tables, replace(region, rules=region.rules[start:])]


def _is_header(rows: list[list[Line]]) -> bool:
    lines = [line for row in rows for line in row]
    return all(line.bold for line in lines) and max(map(len, rows), default=0) >= LEAST_COLUMNS


def _bands(region: _Region, runs: list[Run], content: PageContent) -> list[tuple[float, float, list[Line]]]:
    return [
        (top, bottom, build_lines([run for run in runs if top < _middle(run) <= bottom], content.number))
        for top, bottom in itertools.pairwise(region.ys)
    ]


def _goes_on(region: _Region, last: TablePart) -> bool:
    return last.is_banded and abs(region.x0 - last.xs[0]) < _LEVEL and abs(region.x1 - last.xs[-1]) < _LEVEL


def _with_cut_row(region: _Region, runs: list[Run], content: PageContent, known: list[float]) -> list[_Region]:
    """The region and above it the rest of a row that the page break cut: no rule is over that, no number in it."""
    above = [run for run in runs if run.top > _EDGE and _middle(run) < region.ys[0]]
    lines = build_lines(above, content.number)
    strips = Strips(known)
    if not lines or 0 in strips.filled(lines) or not all(map(strips.fits, side_by_side(lines))):
        return []
    upper = Ruling(min(run.top for run in above) - 1, region.x0, region.x1)
    return [replace(region, rules=(upper, *region.rules))]


def _grid(runs: list[Run], region: _Region, content: PageContent, known: list[float] | None) -> Grid | None:
    """None where no columns are seen. `known` are the borders of the columns of the same table on the page before."""
    bands = _bands(region, runs, content)
    rows = [row for _, _, lines in bands for row in side_by_side(lines)]
    own = find_columns(rows)
    is_known = known is not None and all(map(Strips(known).fits, rows))
    if known is not None and own is not None and len(own.xs) > len(known):
        is_known = False  # another table of the same width
    strips = Strips(known) if known is not None and is_known else own
    if strips is None or not rows:
        return None
    full = sum(len(strips.filled(lines)) >= LEAST_COLUMNS for _, _, lines in bands)
    if not is_known and full < _LEAST_FULL_ROWS:
        return None
    borders = [region.x0, *strips.xs[1:-1], region.x1]
    verticals = [
        Ruling(x, top, bottom)
        for top, bottom, lines in bands
        for x in (region.x0, *_borders(lines, strips, borders[1:-1]), region.x1)
    ]
    grids = find_grids(list(region.rules), verticals)
    return grids[0] if len(grids) == 1 else None


def _borders(lines: list[Line], strips: Strips, inner: list[float]) -> list[float]:
    """The inner borders of the columns that no text between two rules runs over, none right of a heading."""
    rows = side_by_side(lines)
    if rows and strips.is_across(rows[0]):
        inner = inner[: strips.column(rows[0][-1].x0 + 1)]
    return [x for x in inner if not any(p.x0 + 1 < x - 1 < p.x1 - 1 for line in lines for p in parts(line))]


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2
