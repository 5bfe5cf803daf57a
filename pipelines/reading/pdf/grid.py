"""Ruling lines to tables: lines are joined, those that touch make a grid, unruled borders in it merge cells."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pipelines.reading.document import Box
from pipelines.reading.pdf.geometry import Ruling

# Points. Lines nearer than SNAP are one (double rules); gaps up to JOIN in a line are closed (dotted rules,
# borders drawn cell by cell); lines cross where their ends miss by TOUCH at most.
SNAP = 3.5
JOIN = 3.0
TOUCH = 3.0
SHORTEST_RULING = 5.0


@dataclass(slots=True)
class GridCell:
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """A ruled table on one page: column borders `xs`, row borders `ys` (points, ascending), cells in row order."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell] = field(default_factory=list)
    repaired: bool = False

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def position(self, x: float, y: float) -> tuple[int, int]:
        """Row and column at a point of the table."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return row, column


def find_grids(horizontals: list[Ruling], verticals: list[Ruling]) -> list[Grid]:
    """Tables of two cells or more, top to bottom."""
    across, down = join_rulings(horizontals), join_rulings(verticals)
    grids = [grid for h, v in _components(across, down) if (grid := _grid(h, v)) and len(grid.cells) > 1]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def join_rulings(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings of one direction, those in one place joined and very short ones left out."""
    joined: list[Ruling] = []
    ordered = sorted(rulings, key=lambda ruling: ruling.position)
    first = 0
    for index in range(1, len(ordered) + 1):
        if index < len(ordered) and ordered[index].position - ordered[index - 1].position <= SNAP:
            continue
        joined += _join_line(ordered[first:index])
        first = index
    return joined


def _join_line(rulings: list[Ruling]) -> list[Ruling]:
    position = sum(ruling.position for ruling in rulings) / len(rulings)
    joined: list[Ruling] = []
    start, end = 0.0, float("-inf")
    for ruling in sorted(rulings, key=lambda ruling: ruling.start):
        if ruling.start - end <= JOIN:
            end = max(end, ruling.end)
            continue
        if end - start >= SHORTEST_RULING:
            joined.append(Ruling(position, start, end))
        start, end = ruling.start, ruling.end
    if end - start >= SHORTEST_RULING:
        joined.append(Ruling(position, start, end))
    return joined


def _components(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Horizontal and vertical rulings grouped by who touches whom."""
    find, union = _disjoint_sets(len(across) + len(down))
    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if h.start - TOUCH <= v.position <= h.end + TOUCH and v.start - TOUCH <= h.position <= v.end + TOUCH:
                union(i, len(across) + j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, h in enumerate(across):
        groups.setdefault(find(i), ([], []))[0].append(h)
    for j, v in enumerate(down):
        groups.setdefault(find(len(across) + j), ([], []))[1].append(v)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(across: list[Ruling], down: list[Ruling]) -> Grid | None:
    # A table may be open at its sides: the ends of its rulings bound it there.
    xs = _borders([v.position for v in down], min(h.start for h in across), max(h.end for h in across))
    ys = _borders([h.position for h in across], min(v.start for v in down), max(v.end for v in down))
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    find, union = _disjoint_sets(rows * columns)
    middles = [(a + b) / 2 for a, b in itertools.pairwise(xs)]
    for i in range(1, rows):
        ruled = _ruled(across, ys[i], middles)
        for j in range(columns):
            if not ruled[j]:
                union((i - 1) * columns + j, i * columns + j)
    middles = [(a + b) / 2 for a, b in itertools.pairwise(ys)]
    for j in range(1, columns):
        ruled = _ruled(down, xs[j], middles)
        for i in range(rows):
            if not ruled[i]:
                union(i * columns + j - 1, i * columns + j)
    regions: dict[int, list[tuple[int, int]]] = {}
    for position in range(rows * columns):
        regions.setdefault(find(position), []).append(divmod(position, columns))
    grid = Grid(xs, ys)
    for region in regions.values():
        parts = [region] if _is_rectangle(region) else _row_parts(region)
        grid.repaired |= len(parts) > 1
        grid.cells += [_cell(part, xs, ys) for part in parts]
    grid.cells.sort(key=lambda cell: (cell.row, cell.column))
    return grid


def _borders(positions: list[float], least: float, most: float) -> list[float]:
    borders: list[float] = []
    for position in sorted([*positions, least, most]):
        if not borders or position - borders[-1] > SNAP:
            borders.append(position)
    return borders


def _ruled(rulings: list[Ruling], position: float, middles: list[float]) -> list[bool]:
    """For each interval, by its middle: is there a ruling at `position`?"""
    near = [ruling for ruling in rulings if abs(ruling.position - position) <= SNAP]
    return [any(ruling.start <= middle <= ruling.end for ruling in near) for middle in middles]


def _is_rectangle(region: list[tuple[int, int]]) -> bool:
    rows, columns = [i for i, _ in region], [j for _, j in region]
    return len(region) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _row_parts(region: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """A region that is no rectangle (a rule is missing) cut at its rows."""
    parts: list[list[tuple[int, int]]] = []
    for i, j in sorted(region):
        if parts and parts[-1][-1] == (i, j - 1):
            parts[-1].append((i, j))
        else:
            parts.append([(i, j)])
    return parts


def _cell(region: list[tuple[int, int]], xs: list[float], ys: list[float]) -> GridCell:
    top, bottom = min(i for i, _ in region), max(i for i, _ in region)
    left, right = min(j for _, j in region), max(j for _, j in region)
    return GridCell(
        top, left, bottom - top + 1, right - left + 1, Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    )


def _disjoint_sets(size: int) -> tuple[Callable[[int], int], Callable[[int, int], None]]:
    parent = list(range(size))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def union(one: int, other: int) -> None:
        parent[find(one)] = find(other)

    return find, union
