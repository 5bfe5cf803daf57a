"""Is the first row under a page break the rest of the last row above it?

A word processor cuts a row at line borders, each column by itself: a column that had finished is blank below, one
that had not goes on in mid-sentence from a text that reached the bottom of its cell. A new row without an ordinal
(a sub-row) has text where the row above had long finished. The evidence of the columns is added up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.reading.pdf.cell_text import would_fit
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.table_parts import PartCell, TablePart
from pipelines.text.markers import split_marker

_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-zĐđ])(?:\.\d{1,3})*[.)]?")
_OPEN_END = re.compile(
    r"(?:[,\-–/(&]|\b(?:và|của|các|cho|với|tại|theo|về|là|hoặc|để|trong|trên|từ|đến))$", re.IGNORECASE
)
# A line is about this many times as high as its font.
_PITCH = 1.2
# Free lines at the foot of a page from which on a row was moved, not cut.
_LINES_LEFT_FREE = 4.0


@dataclass(slots=True)
class RowBreak:
    """`continued` pairs each cell that goes on with its part below. Below `is_uncertain`, evidence was thin."""

    is_cut: bool
    continued: list[tuple[PartCell, PartCell]] = field(default_factory=list)
    is_uncertain: bool = False
    score: float = 0.0


def weigh_break(table: TablePart, part: TablePart) -> RowBreak:
    """The table ends at the foot of a page, the part (its repeated header dropped) starts the next one."""
    last = table.row_count - 1
    pairs = _pairs(table.row(last), part.row(0))
    if pairs is None:
        return RowBreak(False)
    merged = [(a, b) for a, b in pairs if a.row_span > 1 or b.row_span > 1]
    single = [(a, b) for a, b in pairs if a.row_span == 1 and b.row_span == 1]
    scores = [_evidence(a, b) for a, b in (single or pairs)]
    score = sum(scores)
    ordinal_above, ordinal_below = pairs[0]
    if len(pairs) > 1 and _is_ordinal(ordinal_below):
        return RowBreak(False, score=-10)
    if ordinal_below.is_blank and not ordinal_above.is_blank and len(pairs) > 1:
        score += 1
    if all(b.is_blank for _, b in single or pairs):
        score += 2
    if table.room_below > _LINES_LEFT_FREE * _PITCH * _font_size(pairs):
        score -= 4
    if score > 0:
        return RowBreak(True, pairs, is_uncertain=score < 1.5, score=score)
    continued = [(a, b) for a, b in merged if _goes_on(a, b)]
    if continued or ordinal_below.is_blank:
        columns = _merged_columns(table)
        continued += [
            (a, b) for a, b in single if b.is_blank and not a.is_blank and a.column in columns and a.column_span == 1
        ]
    return RowBreak(False, continued, score=score)


def _pairs(above: list[PartCell], below: list[PartCell]) -> list[tuple[PartCell, PartCell]] | None:
    """Cells over one another, None where the rows are parted in different columns."""
    if [(c.column, c.column_span) for c in above] != [(c.column, c.column_span) for c in below]:
        return None
    return list(zip(above, below, strict=True))


def _evidence(above: PartCell, below: PartCell) -> float:
    """Positive where the lower cell reads as the rest of the upper one, in points of confidence."""
    if below.is_blank:
        return 0.0 if above.is_blank else 0.5
    if above.is_blank:
        return -1.5
    piece = above.pieces[-1]
    if not piece.lines:
        return -1.5
    last, first = piece.lines[-1], below.pieces[0].lines[0]
    score = 0.0
    free = (piece.box.bottom - last.bottom) / (_PITCH * last.size)
    is_top_aligned = piece.lines[0].top - piece.box.top < _PITCH * last.size
    if is_top_aligned and free > 1:
        score -= 0.5 if free < 2 else 2.0
    if _is_lower(first):
        score += 2.0
    elif _OPEN_END.search(last.text):
        score += 1.5
    elif would_fit(last, first, piece.box, piece.lines):
        score -= 1.0 if split_marker(first.text)[0] is None else 0.5
    elif re.search(r"[.;]$", last.text):
        score -= 0.25
    else:
        score += 0.5
    return score


def _goes_on(above: PartCell, below: PartCell) -> bool:
    """Of a merged cell: is the lower part blank, or the rest of the upper part's text?"""
    return below.is_blank or _evidence(above, below) > 0


def _is_lower(line: Line) -> bool:
    start = line.text.lstrip('"“(')[:1]
    return start.islower() and split_marker(line.text)[0] is None


def _is_ordinal(cell: PartCell) -> bool:
    return bool(_ORDINAL.fullmatch(" ".join(line.text for line in cell.lines)))


def _font_size(pairs: list[tuple[PartCell, PartCell]]) -> float:
    return max((line.size for pair in pairs for cell in pair for line in cell.lines), default=12.0)


def _merged_columns(table: TablePart) -> set[int]:
    """Columns in which cells below the header are merged down."""
    return {
        cell.column
        for cell in table.cells
        if cell.row_span > 1 and cell.column_span == 1 and cell.row >= table.header_rows
    }
