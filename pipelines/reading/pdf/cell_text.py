"""Lines of a cell to its paragraphs."""

from __future__ import annotations

import itertools
import re

from pipelines.reading.document import Box
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.table_parts import PartCell, Piece
from pipelines.reading.pdf.text_objects import SPACE
from pipelines.text.markers import split_marker
from pipelines.text.wrapping import join_wrapped

_MOST_PADDING = 6.0
_TOLERANCE = 1.0
_WIDE_PITCH = 1.4
_CLOSED = re.compile(r"[;.:!?…]$")


def cell_paragraphs(cell: PartCell) -> list[str]:
    """Texts of the paragraphs of a cell, wrapped lines joined, also over a page break."""
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
    return [text for group in groups if (text := join_wrapped(line.text for line in group))]


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
