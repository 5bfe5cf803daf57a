"""Reading order where text stands side by side: letterheads, and the end of a document (recipients | signature)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from pipelines.reading.pdf.lines import Line, merge_parts
from pipelines.text.markers import split_marker

# A gutter is at least this wide (points); a part this short at its left is a list number, not a column.
_LEAST_GUTTER = 9.0
_WIDE_GUTTER = 60.0
_ALIGNED = 3.0
_LONGEST_NUMBER = 6
# How far (in line heights) below its last line a column may go on: a signature leaves room for the stamp.
_LEFT_REACH, _RIGHT_REACH = 2.5, 9.0


@dataclass(slots=True)
class Column:
    """Lines one below the other. `x0` to `x1` is the room they may fill, in points; `is_zone` in side-by-side text."""

    lines: list[Line]
    x0: float
    x1: float
    is_zone: bool = False


@dataclass(slots=True)
class _Zone:
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    gutter: tuple[float, float] = (0.0, 0.0)
    paired_rows: int = 0

    @property
    def is_sure(self) -> bool:
        """A single row with a gap in it may as well be one line with a blank left to fill in."""
        alone_left, alone_right = len(self.left) - self.paired_rows, len(self.right) - self.paired_rows
        is_wide = self.gutter[1] - self.gutter[0] >= _WIDE_GUTTER
        if self.paired_rows != 1:
            return self.paired_rows > 1
        differs = self.left[0].bold != self.right[0].bold
        return min(alone_left, alone_right) > 0 or (is_wide and (differs or alone_left + alone_right > 0))


def reading_order(lines: list[Line], x0: float, x1: float) -> list[Column]:
    """Lines of a page, top to bottom, as columns in reading order; `x0`, `x1` are its text margins."""
    rows = side_by_side(lines)
    columns: list[Column] = []
    index = 0
    while index < len(rows):
        zone, following = _zone(rows, index)
        if zone is None:
            if not columns or columns[-1].is_zone:
                columns.append(Column([], x0, x1))
            columns[-1].lines.append(merge_parts(rows[index]))
            index += 1
            continue
        middle = (zone.gutter[0] + zone.gutter[1]) / 2
        columns.append(Column(zone.left, min(x0, *(line.x0 for line in zone.left)), middle, is_zone=True))
        columns.append(Column(zone.right, middle, max(x1, *(line.x1 for line in zone.right)), is_zone=True))
        index = following
    return [column for column in columns if column.lines]


def side_by_side(lines: list[Line]) -> list[list[Line]]:
    """Lines that overlap in height by half or more, side by side."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and line.baseline - last.baseline < 0.5 * min(line.size, last.size)
            and not any(other.x0 < line.x1 and line.x0 < other.x1 for other in rows[-1])
        ):
            rows[-1].append(line)
            rows[-1].sort(key=lambda line: line.x0)
        else:
            rows.append([line])
    return rows


def _zone(rows: list[list[Line]], start: int) -> tuple[_Zone | None, int]:
    """The side-by-side text that starts at a row, and the row after it."""
    gutter = _gutter(rows, start)
    if gutter is None:
        return None, start
    zone = _Zone(gutter=gutter)
    index = start
    while index < len(rows):
        row = rows[index]
        left = [line for line in row if line.x1 <= zone.gutter[0] + 1]
        right = [line for line in row if line.x0 >= zone.gutter[1] - 1]
        if len(left) + len(right) < len(row):
            narrowed = _narrowed(zone, row)
            if narrowed is None:
                break
            zone.gutter = narrowed
            continue
        if index > start and not _reaches(zone, left, right):
            break
        if left:
            zone.left.append(merge_parts(left))
        if right:
            zone.right.append(merge_parts(right))
        zone.paired_rows += bool(left and right)
        index += 1
    return (zone, index) if zone.is_sure else (None, start)


def _gutter(rows: list[list[Line]], start: int) -> tuple[float, float] | None:
    """The widest gap of the first row, or of the next one where the first has a line on one side of it only."""
    for row in rows[start : start + 2]:
        if len(row) < 2:
            continue
        gaps = [(right.x0 - left.x1, left.x1, right.x0, left) for left, right in itertools.pairwise(row)]
        width, x0, x1, left = max(gaps, key=lambda gap: gap[0])
        is_number = len(left.text) <= _LONGEST_NUMBER and (left.text.isdigit() or split_marker(left.text + " a")[0])
        if width < _LEAST_GUTTER or is_number:
            continue
        first = rows[start]
        if row is first or (
            len(first) == 1 and first[0].x0 >= x1 - 1 and row[0].baseline - first[0].baseline < 2 * first[0].size
        ):
            return x0, x1
    return None


def _narrowed(zone: _Zone, row: list[Line]) -> tuple[float, float] | None:
    """The part of the gutter that the row leaves free, if that is still a gutter and the row belongs to the columns.

    It does where it has text on both sides of it, or a single line in line with those above it.
    """
    x0, x1 = zone.gutter
    for line in row:
        if line.x0 < x1 and line.x1 > x0:
            if line.x0 > x0:
                x1 = min(x1, line.x0)
            elif line.x1 < x1:
                x0 = max(x0, line.x1)
            else:
                return None
    if x1 - x0 < _LEAST_GUTTER or any(line.x1 > x0 and line.x0 < x1 for line in row):
        return None
    if len(row) > 1 or _is_in_line(row[0], zone.left if row[0].x1 <= x0 else zone.right):
        return x0, x1
    return None


def _is_in_line(line: Line, column: list[Line]) -> bool:
    return any(abs(line.x0 - other.x0) < _ALIGNED or abs(line.center - other.center) < _ALIGNED for other in column)


def _reaches(zone: _Zone, left: list[Line], right: list[Line]) -> bool:
    """Does a row still belong to the columns above it?"""
    if left and right:
        return True
    line = (left or right)[0]
    above = max((other.baseline for other in (*zone.left, *zone.right)), default=line.baseline)
    reach = _LEFT_REACH if left else _RIGHT_REACH
    return line.baseline - above <= reach * line.size
