"""Tables without rules.

A table starts with three lines or more of text in three columns or more. Lines in one column are its wrapped cells,
lines across all columns its headings. Where the table runs on over a page break, its columns are known there.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from pipelines.reading.pdf.columns import side_by_side
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.strips import LEAST_COLUMNS, Strips, find_columns, table_part
from pipelines.reading.pdf.table_parts import TablePart

_LEAST_FULL_ROWS = 3
# In line heights: distance to the next line of the table, and to one in several columns (a repeated header leaves
# room). A pitch wider than the usual one parts two rows.
_FARTHEST_LINE, _FARTHEST_ROW = 3.0, 8.0
_WIDE_PITCH = 1.18
# A line of numbers this near to the edge of the page is its number.
_MARGIN = 0.1
_PAGE_NUMBER = re.compile(r"\W*(?:trang )?\d+(?: ?/ ?\d+)?\W*", re.IGNORECASE)


def find_aligned(
    lines: list[Line], content: PageContent, known: list[float] | None = None
) -> tuple[list[TablePart], list[Line]]:
    """Tables among the lines, and the lines that belong to none.

    `known` are the column borders of a table without rules that may go on at the top of the page.
    """
    if known is None and sum(len(row) >= LEAST_COLUMNS for row in _rows_quickly(lines)) < _LEAST_FULL_ROWS:
        return [], lines
    rows = side_by_side(lines)
    rest = [row[0] for row in rows if _is_page_number(row, content)]
    rows = [row for row in rows if not _is_page_number(row, content)]
    tables: list[TablePart] = []
    index = 0
    while index < len(rows):
        end, grid = (0, None)
        if known and not tables:
            grid = Strips(known)
            end = _end(rows, index, grid)
        if end <= index and len(rows[index]) >= LEAST_COLUMNS:
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
    return is_marginal and len(row) == 1 and _PAGE_NUMBER.fullmatch(row[0].text) is not None


def _extent(rows: list[list[Line]], start: int) -> tuple[int, Strips | None]:
    """The row after the table that starts at a row, and its columns; None where none starts."""
    end = start + 1
    while end < len(rows) and _is_near(rows, end):
        end += 1
    while end > start:
        grid = find_columns(rows[start:end])
        if grid is None:
            return start, None
        reached = _end(rows[:end], start, grid)
        full = sum(len(grid.filled(row)) >= LEAST_COLUMNS for row in rows[start:reached])
        if reached == end or full >= _LEAST_FULL_ROWS:
            return (reached, grid) if full >= _LEAST_FULL_ROWS else (start, None)
        end = reached
    return start, None


def _end(rows: list[list[Line]], start: int, grid: Strips, runs_on: bool = True) -> int:
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
    farthest = _FARTHEST_ROW if len(row) >= LEAST_COLUMNS else _FARTHEST_LINE
    return row[0].baseline - rows[index - 1][0].baseline <= farthest * row[0].size


def _table(rows: list[list[Line]], grid: Strips, content: PageContent) -> TablePart:
    groups = _row_groups(rows, grid)
    tops = [min(line.top for row in group for line in row) for group in groups]
    return table_part(groups, [*tops, max(line.bottom for row in rows for line in row)], grid, content)


def _row_groups(rows: list[list[Line]], grid: Strips) -> list[list[list[Line]]]:
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
