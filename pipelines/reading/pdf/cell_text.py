"""Lines of a cell to its paragraphs."""

from __future__ import annotations

import itertools
import re

from pipelines.reading.document import Box
from pipelines.reading.pdf.broken_words import is_broken_word
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.runs import SPACE
from pipelines.reading.pdf.table_parts import PartCell, Piece
from pipelines.text.markers import split_marker
from pipelines.text.wrapping import join_wrapped

_USUAL_PADDING = 5.0
_MOST_PADDING = 6.0
_TOLERANCE = 1.0
_WIDE_PITCH = 1.4
_NUMBER_GOES_ON = re.compile(r"[\d/.-]")
_CODE_SO_FAR = re.compile(r"\d.*/")
_CODE_GOES_ON = re.compile(r"[A-ZĐ/-]")
_CODE_END = re.compile(r"[A-ZĐ]{1,2}(?:[-/,.;)]|$)")
_CLOSED = re.compile(r"[;.:!?…]$")


def cell_paragraphs(cell: PartCell, prints_spaces: bool = False) -> list[str]:
    """Texts of the paragraphs of a cell, wrapped lines joined, also over a page break.

    `prints_spaces`: lines in this table end in printed spaces (see `broken_words`).
    """
    groups: list[list[Line]] = []
    last: Line | None = None
    last_piece: Piece | None = None
    pitch = _usual_pitch(cell.lines)
    for piece in cell.pieces:
        for line in piece.lines:
            if last is None or last_piece is None or _starts_paragraph(last, line, last_piece, pitch):
                groups.append([])
            groups[-1].append(line)
            last, last_piece = line, piece
    pieces = {id(line): piece for piece in cell.pieces for line in piece.lines}
    return [text for group in groups if (text := _joined(group, pieces, prints_spaces))]


def cell_text(cell: PartCell) -> str:
    return " ".join(cell_paragraphs(cell))


def _joined(lines: list[Line], pieces: dict[int, Piece], prints_spaces: bool) -> str:
    """Wrapped lines as one text; a token too long for its cell, broken between two letters, is made whole."""
    if len(lines) == 1:
        return join_wrapped([lines[0].text])
    texts = [lines[0].text]
    for last, line in itertools.pairwise(lines):
        before = texts[-1].rsplit(" ", 1)[-1]
        if goes_on_in_word(last, line, pieces[id(last)], before, prints_spaces):
            texts[-1] += line.text
        else:
            texts.append(line.text)
    return join_wrapped(texts)


def goes_on_in_word(last: Line, line: Line, piece: Piece, before: str = "", prints_spaces: bool = False) -> bool:
    """Does `line` start within a word? `before` is that word so far, where it fills more lines than `last`."""
    if _breaks_token(last, line, piece.box):
        return True
    room = room_left(last, piece.box, piece.lines)
    return is_broken_word(before or last.words[-1].text, last, line, room, prints_spaces)


def _breaks_token(last: Line, line: Line, box: Box) -> bool:
    """A date or document number wider than its cell goes on to the next line at whatever letter."""
    if last.ends_in_space:
        return False
    before, after = last.words[-1].text, line.words[0].text
    is_number = before[-1].isdigit() and _NUMBER_GOES_ON.match(after)
    is_code = before[-1].isalpha() and _CODE_SO_FAR.search(before) and _CODE_GOES_ON.match(after)
    if not is_number and not is_code:
        return False
    if is_code and _CODE_END.match(after):
        return box.x1 - last.x1 < _USUAL_PADDING + last.size
    token = last.words[-1].x1 - last.words[-1].x0 + line.first_word_width
    return token > box.x1 - box.x0 - 2 * _USUAL_PADDING and box.x1 - last.x1 < _MOST_PADDING + 0.6 * last.size


def room_left(line: Line, box: Box, lines: list[Line]) -> float:
    """Width in points still free at the end of a line in its cell."""
    padding = min(_MOST_PADDING, max(0.5, min(other.x0 for other in lines) - box.x0))
    is_centered = all(abs(other.center - (box.x0 + box.x1) / 2) < 2.0 for other in lines)
    room = box.x1 - padding - line.x1
    if is_centered:
        room += line.x0 - box.x0 - padding
    return room


def would_fit(line: Line, following: Line, box: Box, lines: list[Line]) -> bool:
    """Could the first word of the following line have stood at the end of this one? Then the break was meant."""
    needed = SPACE * line.size + following.first_word_width + _TOLERANCE
    return needed <= room_left(line, box, lines)


def _starts_paragraph(last: Line, line: Line, piece: Piece, pitch: float) -> bool:
    if would_fit(last, line, piece.box, piece.lines):
        return True
    if line.page == last.page and line.baseline - last.baseline > _WIDE_PITCH * pitch > 0:
        return True
    marker, _ = split_marker(line.text)
    return marker is not None and bool(_CLOSED.search(last.text))


def _usual_pitch(lines: list[Line]) -> float:
    pitches = [b.baseline - a.baseline for a, b in itertools.pairwise(lines) if a.page == b.page]
    return min((pitch for pitch in pitches if pitch > 1), default=0.0)
