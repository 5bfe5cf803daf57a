"""Columns of a table that no rules part: white strips that run down through many lines of text."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass, replace

from pipelines.reading.document import Box
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.ordinals import is_ordinal
from pipelines.reading.pdf.runs import Run, Word
from pipelines.reading.pdf.table_parts import PartCell, Piece, TablePart

LEAST_COLUMNS = 3
# Points: the narrowest white strip, and the usual distance of a cell's text from its border.
_LEAST_STRIP = 6.0
_PADDING = 5.4
_LONGEST_ORDINAL = 40.0
# The widest column, as a part of the table.
_WIDE_COLUMN = 0.45
# Part of the lines that may cross a strip: headings, labels over two columns.
_CROSSING = 0.04


@dataclass(slots=True)
class Strips:
    """Left borders of the columns and the right border of the last, points."""

    xs: list[float]

    def column(self, x: float) -> int:
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)

    def filled(self, row: list[Line]) -> set[int]:
        """Columns that hold words of a row."""
        return {self.column(part.x0 + 1) for line in row for part in parts(line)}

    def crossing(self, row: list[Line]) -> int:
        """How many runs of words stand on a column's border?"""
        found = [part for line in row for part in parts(line)]
        return sum(any(part.x0 + 1 < x - 1 < part.x1 - 1 for x in self.xs[1:-1]) for part in found)

    def is_across(self, row: list[Line]) -> bool:
        """A heading over the columns, alone or after its number."""
        if len(row) > 2 or self.column(row[-1].x0 + 1) != len(row) - 1 + (len(row) == 1 and row[0].x0 > self.xs[1]):
            return False
        return self.crossing(row[-1:]) > 0 and self.crossing(row[:-1]) == 0

    def fits(self, row: list[Line]) -> bool:
        """No word on a border, but in a heading or a label over two columns."""
        return self.is_across(row) or self.crossing(row) <= (1 if len(row) >= LEAST_COLUMNS else 0)


def find_columns(rows: list[list[Line]]) -> Strips | None:
    left = min(line.x0 for row in rows for line in row)
    right = max(line.x1 for row in rows for line in row)
    covered = [0] * (int(right - left) + 2)
    for row in rows:
        if (len(row) == 1 and _is_heading(row[0], left, right)) or _is_numbered_heading(row, left):
            continue
        for line in row:
            for part in parts(line):
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
    if len(columns) < LEAST_COLUMNS:
        return None
    return Strips([*(left + start - _PADDING for start, _ in columns), right + _PADDING])


def table_part(groups: list[list[list[Line]]], ys: list[float], grid: Strips, content: PageContent) -> TablePart:
    """`ys` are the upper borders of the rows, and the lower one of the last."""
    cells: list[PartCell] = []
    for number, (group, (top, bottom)) in enumerate(zip(groups, itertools.pairwise(ys), strict=True)):
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
        box=Box(grid.xs[0], ys[0], grid.xs[-1], ys[-1]),
        page_width=content.width,
        is_ruled=False,
    )


def parts(line: Line) -> list[Word]:
    """Runs of words with no strip between them."""
    found: list[Word] = []
    for word in line.words:
        if found and word.x0 - found[-1].x1 < max(_LEAST_STRIP, 0.55 * line.size):
            found[-1] = replace(found[-1], x1=word.x1)
        else:
            found.append(Word(word.text, word.x0, word.x1))
    return found


def _is_heading(line: Line, left: float, right: float) -> bool:
    """By its place: a line that starts at the left as no ordinal does, or is wider than a column."""
    width = line.x1 - line.x0
    starts_left = line.x0 - left < _LONGEST_ORDINAL and width > _LONGEST_ORDINAL
    return len(parts(line)) == 1 and (starts_left or width > _WIDE_COLUMN * (right - left))


def _is_numbered_heading(row: list[Line], left: float) -> bool:
    """An ordinal and one text: headings are so, and rows of which nothing else is printed on this line."""
    found = [part for line in row for part in parts(line)]
    return len(found) == 2 and found[0].x1 - left < _LONGEST_ORDINAL and is_ordinal(found[0].text)


def _starts(line: Line) -> list[tuple[Word, float]]:
    """Each word of a line with a point of the column it belongs to: where its run of words starts."""
    found = parts(line)
    return [(word, next(part.x0 for part in reversed(found) if part.x0 <= word.x0) + 1) for word in line.words]
