"""Tables without rules: columns are found as white strips that run down through many lines of text.

A table starts with three lines or more of text in three columns or more. Lines in one column are its wrapped cells,
lines across all columns its headings. Where the table runs on over a page break, its columns are known there.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from pipelines.reading.document import Box
from pipelines.reading.pdf.columns import side_by_side
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.runs import Run, Word
from pipelines.reading.pdf.table_parts import PartCell, Piece, TablePart

_LEAST_COLUMNS = 3
_LEAST_FULL_ROWS = 3
# Points: the narrowest white strip, and the usual distance of a cell's text from its border.
_LEAST_STRIP = 6.0
_PADDING = 5.4
_LONGEST_ORDINAL = 40.0
# The widest column, as a part of the table.
_WIDE_COLUMN = 0.45
# Part of the lines that may cross a strip: headings, labels over two columns.
_CROSSING = 0.04
# In line heights: distance to the next line of the table, and to one in several columns (a repeated header leaves
# room). A pitch wider than the usual one parts two rows.
_FARTHEST_LINE, _FARTHEST_ROW = 3.0, 8.0
_WIDE_PITCH = 1.18
# A line of numbers this near to the edge of the page is its number.
_MARGIN = 0.08
_DIGITS = re.compile(r"\W*\d+\W*")


@dataclass(slots=True)
class _Grid:
    """Left borders of the columns and the right border of the last, points."""

    xs: list[float]

    def column(self, x: float) -> int:
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)

    def crossing(self, row: list[Line]) -> int:
        """How many runs of words stand on a column's border?"""
        parts = [part for line in row for part in _parts(line)]
        return sum(any(part.x0 + 1 < x - 1 < part.x1 - 1 for x in self.xs[1:-1]) for part in parts)

    def is_across(self, row: list[Line]) -> bool:
        """A heading over the columns, alone or after its number."""
        if len(row) > 2 or self.column(row[-1].x0 + 1) != len(row) - 1 + (len(row) == 1 and row[0].x0 > self.xs[1]):
            return False
        return self.crossing(row[-1:]) > 0 and self.crossing(row[:-1]) == 0

    def fits(self, row: list[Line]) -> bool:
        """No word on a border, but in a heading or a label over two columns."""
        return self.is_across(row) or self.crossing(row) <= (1 if len(row) >= _LEAST_COLUMNS else 0)


def find_aligned(
    lines: list[Line], content: PageContent, known: list[float] | None = None
) -> tuple[list[TablePart], list[Line]]:
    """Tables among the lines, and the lines that belong to none.

    `known` are the column borders of a table without rules that may go on at the top of the page.
    """
    if known is None and sum(len(row) >= _LEAST_COLUMNS for row in _rows_quickly(lines)) < _LEAST_FULL_ROWS:
        return [], lines
    rows = side_by_side(lines)
    tables: list[TablePart] = []
    rest: list[Line] = []
    index = 0
    while index < len(rows):
        end, grid = (0, None)
        if known and not tables and not _is_page_number(rows[index], content):
            grid = _Grid(known)
            end = _end(rows, index, grid)
        if end <= index and len(rows[index]) >= _LEAST_COLUMNS:
            end, grid = _extent(rows, index)
        if grid is not None and end > index:
            tables.append(_table(rows[index:end], grid, content))
            index = end
        else:
            rest += rows[index]
            index += 1
    return tables, rest


def _rows_quickly(lines: list[Line]) -> list[list[Line]]:
    return [list(group) for _, group in itertools.groupby(lines, key=lambda line: round(line.baseline))]


def _is_page_number(row: list[Line], content: PageContent) -> bool:
    is_marginal = row[0].bottom < _MARGIN * content.height or row[0].top > (1 - _MARGIN) * content.height
    return is_marginal and len(row) == 1 and _DIGITS.fullmatch(row[0].text) is not None


def _extent(rows: list[list[Line]], start: int) -> tuple[int, _Grid | None]:
    """The row after the table that starts at a row, and its columns; None where none starts."""
    end = start + 1
    while end < len(rows) and _is_near(rows, end):
        end += 1
    while end > start:
        grid = _columns(rows[start:end])
        if grid is None:
            return start, None
        reached = _end(rows[:end], start, grid)
        full = sum(
            len({grid.column(p.x0 + 1) for line in row for p in _parts(line)}) >= 3 for row in rows[start:reached]
        )
        if reached == end or full >= _LEAST_FULL_ROWS:
            return (reached, grid) if full >= _LEAST_FULL_ROWS else (start, None)
        end = reached
    return start, None


def _end(rows: list[list[Line]], start: int, grid: _Grid, runs_on: bool = True) -> int:
    """The row after the last one that fits the columns.

    Headings after which no row comes are no part of it, unless the page ends with them and the table `runs_on`.
    """
    last = start
    for index in range(start, len(rows)):
        if (index > start and not _is_near(rows, index)) or not grid.fits(rows[index]):
            break
        if not grid.is_across(rows[index]) or (runs_on and index + 1 == len(rows)):
            last = index + 1
    return last


def _is_near(rows: list[list[Line]], index: int) -> bool:
    row = rows[index]
    farthest = _FARTHEST_ROW if len(row) >= _LEAST_COLUMNS else _FARTHEST_LINE
    return row[0].baseline - rows[index - 1][0].baseline <= farthest * row[0].size


def _parts(line: Line) -> list[Word]:
    """Runs of words with no strip between them."""
    parts: list[Word] = []
    for word in line.words:
        if parts and word.x0 - parts[-1].x1 < max(_LEAST_STRIP, 0.55 * line.size):
            parts[-1] = replace(parts[-1], x1=word.x1)
        else:
            parts.append(Word(word.text, word.x0, word.x1))
    return parts


def _is_heading(line: Line, left: float, right: float) -> bool:
    """By its place: a line that starts at the left as no ordinal does, or is wider than a column."""
    width = line.x1 - line.x0
    starts_left = line.x0 - left < _LONGEST_ORDINAL and width > _LONGEST_ORDINAL
    return len(_parts(line)) == 1 and (starts_left or width > _WIDE_COLUMN * (right - left))


def _columns(rows: list[list[Line]]) -> _Grid | None:
    left = min(line.x0 for row in rows for line in row)
    right = max(line.x1 for row in rows for line in row)
    covered = [0] * (int(right - left) + 2)
    for row in rows:
        if len(row) == 1 and _is_heading(row[0], left, right):
            continue
        for line in row:
            for part in _parts(line):
                for x in range(int(part.x0 - left), int(part.x1 - left) + 1):
                    covered[x] += 1
    most = max(1, round(_CROSSING * len(rows)))
    spans = [
        (next(group := iter(list(items))), sum(1 for _ in group) + 1)
        for is_text, items in itertools.groupby(range(len(covered)), key=lambda x: covered[x] > most)
        if is_text
    ]
    columns: list[tuple[int, int]] = []
    for start, width in spans:
        if columns and start - columns[-1][1] < _LEAST_STRIP:
            columns[-1] = (columns[-1][0], start + width)
        else:
            columns.append((start, start + width))
    if len(columns) < _LEAST_COLUMNS:
        return None
    return _Grid([*(left + start - _PADDING for start, _ in columns), right + _PADDING])


def _table(rows: list[list[Line]], grid: _Grid, content: PageContent) -> TablePart:
    groups = _row_groups(rows, grid)
    tops = [min(line.top for row in group for line in row) for group in groups]
    lowest = max(line.bottom for row in rows for line in row)
    cells: list[PartCell] = []
    for number, (group, top, bottom) in enumerate(zip(groups, tops, [*tops[1:], lowest], strict=True)):
        first = grid.column(group[0][-1].x0 + 1)
        is_heading = grid.is_across(group[0])
        borders = [*range(first + 1 if is_heading else len(grid.xs) - 1), len(grid.xs) - 1]
        contents: dict[int, list[Run]] = {}
        for line in (line for row in group for line in row):
            for word, start in _starts(line):
                column = min(grid.column(start), borders[-2])
                run = Run([word], line.baseline, line.size, line.bold, line.italic, after_space=True)
                run.before_space = line.ends_in_space and word is line.words[-1]
                contents.setdefault(column, []).append(run)
        for column, following in itertools.pairwise(borders):
            box = Box(grid.xs[column], top, grid.xs[following], bottom)
            runs = contents.get(column, [])
            lines = build_lines(runs, content.number, split_gaps=False) if runs else []
            piece = Piece(content.number, box, content.shown(box), lines)
            cells.append(PartCell(number, column, 1, following - column, [piece]))
    return TablePart(
        xs=list(grid.xs),
        row_count=len(groups),
        cells=cells,
        first_page=content.number,
        last_page=content.number,
        box=Box(grid.xs[0], tops[0], grid.xs[-1], lowest),
        page_width=content.width,
        is_ruled=False,
    )


def _starts(line: Line) -> list[tuple[Word, float]]:
    """Each word of a line with a point of the column it belongs to: where its run of words starts."""
    parts = _parts(line)
    return [(word, next(part.x0 for part in reversed(parts) if part.x0 <= word.x0) + 1) for word in line.words]


def _row_groups(rows: list[list[Line]], grid: _Grid) -> list[list[list[Line]]]:
    """Lines grouped to rows of the table: by the wider pitch between rows, or where there is none by the ordinals."""
    pitches = [b[0].baseline - a[0].baseline for a, b in itertools.pairwise(rows)]
    counts = Counter(round(pitch) for pitch in pitches if pitch > 1)
    usual = min((pitch for pitch, count in counts.items() if 4 * count >= max(counts.values())), default=0)
    numbered = [grid.column(row[0].x0 + 1) == 0 for row in rows]
    wide = [pitch > _WIDE_PITCH * usual for pitch in pitches]
    starts = sum(numbered[1:])
    parted = sum(is_wide for is_wide, has_number in zip(wide, numbered[1:], strict=True) if has_number)
    by_pitch = 2 * parted > starts
    groups = [[rows[0]]]
    for row, is_wide, has_number in zip(rows[1:], wide, numbered[1:], strict=True):
        is_new = is_wide if by_pitch else has_number or grid.is_across(row)
        if is_new:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups
