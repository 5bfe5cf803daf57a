"""The tables of one page, and the lines that stand outside them."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reading.pdf.alignment import find_aligned
from pipelines.reading.pdf.bands import find_banded
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.grid import find_grids
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.table_parts import TablePart, grid_part, split_runs


@dataclass(slots=True)
class PageTables:
    parts: list[TablePart]
    outside: list[Line]


def read_tables(content: PageContent, before: PageTables | None = None) -> PageTables:
    """`before` are the tables of the page before, the last of which may go on without rules."""
    grids = find_grids(content.horizontals, content.verticals)
    outside, inside = split_runs(content.runs, grids)
    parts = [grid_part(grid, runs, content) for grid, runs in zip(grids, inside, strict=True) if runs]
    last = before.parts[-1] if before and before.parts else None
    banded, outside = find_banded(outside, content, grids, last)
    known = last.xs if last and not last.is_ruled and not last.is_banded else None
    aligned, lines = find_aligned(build_lines(outside, content.number), content, known)
    return PageTables(sorted([*parts, *banded, *aligned], key=lambda part: part.box.top), lines)
