"""Tables without rules: columns are found as white strips that run down through several lines of text.

Best effort, for a page on which nothing is ruled around them: at least three columns and three full rows.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from pipelines.reading.document import Box
from pipelines.reading.pdf.columns import side_by_side
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.runs import Run
from pipelines.reading.pdf.table_parts import PartCell, Piece, TablePart

_LEAST_COLUMNS = 3
_LEAST_FULL_ROWS = 3
# Points: width of the white strip between two columns; line heights: distance to the next row of the table.
_LEAST_STRIP = 8.0
_FARTHEST_ROW = 3.0

Interval = tuple[float, float]


def find_aligned(lines: list[Line], content: PageContent) -> tuple[list[TablePart], list[Line]]:
    """Tables among the lines, and the lines that belong to none."""
    rows = side_by_side(lines)
    tables: list[TablePart] = []
    rest: list[Line] = []
    index = 0
    while index < len(rows):
        end, columns = _extent(rows, index)
        if end > index:
            tables.append(_table(rows[index:end], columns, content))
            index = end
        else:
            rest += rows[index]
            index += 1
    return tables, rest


def _extent(rows: list[list[Line]], start: int) -> tuple[int, list[Interval]]:
    """The row after the table that starts at a row (the same row if none does), and its columns."""
    if len(rows[start]) < _LEAST_COLUMNS:
        return start, []
    columns: list[Interval] = []
    full_rows = 0
    end = last_full = start
    last_columns: list[Interval] = []
    for index in range(start, len(rows)):
        row = rows[index]
        if index > start and row[0].baseline - rows[index - 1][0].baseline > _FARTHEST_ROW * row[0].size:
            break
        joined = _join([*columns, *((line.x0, line.x1) for line in row)])
        if len(joined) < max(_LEAST_COLUMNS, len(columns)):
            break
        columns = joined
        end = index + 1
        if len(row) >= _LEAST_COLUMNS:
            full_rows += 1
            last_full, last_columns = end, columns
    if full_rows < _LEAST_FULL_ROWS:
        return start, []
    # Lines after the last full row wrap its cells only if they keep close to it.
    while end > last_full and rows[end - 1][0].baseline - rows[end - 2][0].baseline > 1.4 * rows[end - 1][0].size:
        end -= 1
        columns = last_columns
    return end, columns


def _join(intervals: list[Interval]) -> list[Interval]:
    """Intervals less than a white strip apart as one."""
    joined: list[Interval] = []
    for x0, x1 in sorted(intervals):
        if joined and x0 - joined[-1][1] < _LEAST_STRIP:
            joined[-1] = (joined[-1][0], max(joined[-1][1], x1))
        else:
            joined.append((x0, x1))
    return joined


def _table(rows: list[list[Line]], columns: list[Interval], content: PageContent) -> TablePart:
    inner = [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(columns)]
    xs = [columns[0][0], *inner, columns[-1][1]]
    starts = [index for index, row in enumerate(rows) if index == 0 or row[0].x0 < xs[1]]
    groups = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    cells = []
    for number, group in enumerate(groups):
        lines = [line for row in group for line in row]
        top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
        for column, (x0, x1) in enumerate(itertools.pairwise(xs)):
            box = Box(x0, top, x1, bottom)
            inside = [line for line in lines if x0 <= line.center < x1 or (line.center == x1 == xs[-1])]
            cells.append(
                PartCell(
                    number, column, 1, 1, [Piece(content.number, box, content.shown(box), _lines(inside, content))]
                )
            )
    return TablePart(
        xs=xs,
        row_count=len(groups),
        cells=cells,
        first_page=content.number,
        last_page=content.number,
        box=Box(xs[0], min(line.top for line in rows[0]), xs[-1], max(line.bottom for line in rows[-1])),
        page_width=content.width,
    )


def _lines(parts: list[Line], content: PageContent) -> list[Line]:
    runs = [Run([replace(w) for w in p.words], p.baseline, p.size, p.bold, p.italic) for p in parts]
    return build_lines(runs, content.number, split_gaps=False) if runs else []
