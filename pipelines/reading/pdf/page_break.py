"""Is the first row under a page break the rest of the last row above it?

A word processor cuts a row at line borders, each column by itself: a column that had finished is blank below, one
that had not goes on in mid-sentence from a text that reached the bottom of its cell. A new row without an ordinal
(a sub-row) has text where the row above had long finished. The evidence of the columns is added up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.reading.pdf.cell_text import cell_text, goes_on_in_word, would_fit
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.ordinals import is_ordinal
from pipelines.reading.pdf.table_habits import Habits, habits_of
from pipelines.reading.pdf.table_parts import PartCell, TablePart
from pipelines.text.markers import split_marker

_WHOLE_SUBNUMBER = re.compile(r"\d+\.\d")
_OPEN_END = re.compile(
    r"(?:[,\-–/(&]|\b(?:và|của|các|cho|với|tại|theo|về|là|hoặc|để|trong|trên|từ|đến))$", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:tổng (?:cộng|số)|cộng)\b", re.IGNORECASE)
# Evidence of a column from which on its text surely goes on.
_MID_SENTENCE = 1.5
# Evidence of a column from which on its text below is surely another one.
_CONTRADICTION = -1.0
# A line is about this many times as high as its font.
_PITCH = 1.2
# Free lines at the foot of a page from which on a row was moved, not cut.
_LINES_LEFT_FREE = 4.0

Pair = tuple[PartCell, PartCell]


@dataclass(slots=True)
class RowBreak:
    """`continued` pairs each cell that goes on with its part below. Below `is_uncertain`, evidence was thin."""

    is_cut: bool
    continued: list[Pair] = field(default_factory=list)
    is_uncertain: bool = False
    score: float = 0.0


def weigh_break(table: TablePart, part: TablePart) -> RowBreak:
    """The table ends at the foot of a page, the part (its repeated header dropped) starts the next one."""
    pairs = _pairs(table.row(table.row_count - 1), part.row(0))
    if pairs is None:
        return RowBreak(False)
    habits = habits_of(table)
    score = -10.0 if _is_heading(table, part, pairs) else _score(pairs, table.room_below, habits)
    if score > 0:
        return RowBreak(True, pairs, is_uncertain=score < _MID_SENTENCE, score=score)
    return RowBreak(False, _continued(pairs, habits), score=score)


def _score(pairs: list[Pair], room_below: float, habits: Habits) -> float:
    """Above zero: one row. In points of confidence."""
    above, below = _number_of(pairs, habits)
    if len(pairs) > 1 and is_ordinal(cell_text(below)) and not _is_cut_ordinal(above, below):
        return -10.0
    if _opens_total(pairs) or _is_sub_row(pairs, habits):
        return -10.0
    single = [(a, b) for a, b in pairs if a.row_span == 1 and b.row_span == 1] or pairs
    evidence = [_evidence(a, b) for a, b in single]
    if all(b.is_blank for _, b in single):
        return 2.0
    filled = [points for points, (_, b) in zip(evidence, single, strict=True) if not b.is_blank]
    if len(filled) == 1 and sum(not a.is_blank for a, _ in single[1:]) == 1:
        # A heading in cells of its own: its number, its words and nothing else.
        return filled[0] + 0.5
    finished = any(b.is_blank and not a.is_blank for a, b in single if a is not above)
    if not finished and (max(evidence) < _MID_SENTENCE or _starts_afresh(evidence)):
        return 0.0
    score = sum(evidence)
    if len(pairs) > 1 and below.is_blank and not above.is_blank and above.row_span == 1:
        score += 2.5 if habits.numbers_all else 1
    if room_below > _LINES_LEFT_FREE * _PITCH * _font_size(pairs):
        score -= 4
    return score


def _number_of(pairs: list[Pair], habits: Habits) -> Pair:
    return next((pair for pair in pairs if pair[0].column == habits.number), pairs[0])


def _starts_afresh(evidence: list[float]) -> bool:
    """Only leading columns go on (they may be merged over the break), and one after them cannot."""
    going_on = [index for index, points in enumerate(evidence) if points >= _MID_SENTENCE]
    contradicting = [index for index, points in enumerate(evidence) if points <= _CONTRADICTION]
    return bool(contradicting) and max(going_on) < min(contradicting)


def _opens_total(pairs: list[Pair]) -> bool:
    """A row of a total and nothing else."""
    filled = [below for _, below in pairs if not below.is_blank]
    return 0 < len(filled) <= 2 and _TOTAL.match(cell_text(filled[0])) is not None


def _is_heading(table: TablePart, part: TablePart, pairs: list[Pair]) -> bool:
    """Text in one cell that another row of the table has alone, too, in the same type, not in mid-sentence."""
    filled = [(above, below) for above, below in pairs if not below.is_blank]
    if len(filled) != 1 or filled[0][1].column == 0:
        return False
    above, below = filled[0]
    first = below.lines[0]
    if _evidence(above, below) >= _MID_SENTENCE or split_marker(first.text)[0] is not None:
        return False
    rows = [table.row(row) for row in range(table.header_rows, table.row_count - 1)]
    rows += [part.row(row) for row in range(1, part.row_count)]
    alone = [[cell for cell in row if not cell.is_blank] for row in rows if len(row) == len(pairs)]
    return any(
        len(cells) == 1 and cells[0].column == below.column and cells[0].lines[0].bold is first.bold for cells in alone
    )


def _is_sub_row(pairs: list[Pair], habits: Habits) -> bool:
    """Where tasks are merged down over their sub-rows: do the cells that are not merged all start another text?"""
    own = [(a, b) for a, b in pairs if a.column not in habits.merged and b.column_span == 1]
    if habits.number not in habits.merged or not _number_of(pairs, habits)[1].is_blank or len(own) < 2:
        return False
    evidence = [_evidence(a, b) for a, b in own]
    return not any(b.is_blank for _, b in own) and max(evidence) < _MID_SENTENCE and sum(evidence) < 0


def _continued(pairs: list[Pair], habits: Habits) -> list[Pair]:
    """Cells merged down over a break that cuts no row.

    A sub-row starts below it under leading cells that go on, or a row with a number: under cells that span more rows
    than its number does, and to the right of a group's name that is merged down.
    """
    number = _number_of(pairs, habits)[1]
    if not number.is_blank:
        return [
            (a, b)
            for a, b in pairs
            if not a.is_blank
            and b is not number
            and (b.row_span > number.row_span or b.column < number.column)
            and (b.is_blank or _evidence(a, b) >= _MID_SENTENCE)
        ]
    continued: list[Pair] = []
    leading = True
    for above, below in pairs:
        goes_on = _evidence(above, below) >= _MID_SENTENCE
        is_blank_rest = below.is_blank and not above.is_blank and above.column in habits.merged
        is_with_number = bool(continued) and not above.is_blank and above.column in habits.with_number
        is_merged = above.row_span > 1 or below.row_span > 1
        is_merged = is_merged and (below.is_blank or _evidence(above, below) > 0)
        if is_merged or is_with_number or (leading and (goes_on or is_blank_rest)):
            continued.append((above, below))
        else:
            leading = False
    return continued


def _pairs(above: list[PartCell], below: list[PartCell]) -> list[Pair] | None:
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
    if free > 1:
        score -= 2.0 if is_top_aligned and free >= 2 else 0.5
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


def _is_lower(line: Line) -> bool:
    start = line.text.lstrip('"“(')[:1]
    return start.islower() and split_marker(line.text)[0] is None


def _is_cut_ordinal(above: PartCell, below: PartCell) -> bool:
    """Is an ordinal broken in its narrow cell, and the break of the page between its halves?"""
    first, rest, piece = cell_text(above), cell_text(below), above.pieces[-1]
    if not piece.lines or not is_ordinal(first + rest) or _WHOLE_SUBNUMBER.match(rest):
        return False
    is_next = first.isdigit() and rest.isdigit() and int(rest) == int(first) + 1
    return not is_next and goes_on_in_word(piece.lines[-1], below.pieces[0].lines[0], piece, first)


def _font_size(pairs: list[Pair]) -> float:
    return max((line.size for pair in pairs for cell in pair for line in cell.lines), default=12.0)
