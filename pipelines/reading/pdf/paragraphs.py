"""Printed lines to paragraphs, by what a typesetter does at the end and the start of one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipelines.reading.pdf.columns import Column
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.runs import SPACE
from pipelines.text.markers import Level, split_marker

# Points.
_INDENT = 9.0
_EDGE = 2.0
_CENTER = 6.0
_CELL_PADDING = 5.4
# The borders of a letterhead's cells are not printed: room for a word counts only within this part of its column.
_SURE_PART = 0.93
# Centred lines of about one width were broken by hand; a wrapped one fills its column or leaves a short remainder.
_FILLED, _REMAINDER = 0.85, 0.5
# A pitch wider than the usual one by this factor is space between paragraphs.
_WIDE_PITCH = 1.12
_VERY_WIDE_PITCH = 1.5
# In font sizes: single spacing, and the widest line spacing of running text.
_PITCH, _WIDEST_PITCH = 1.2, 2.2
# Pitches nearer than this are the same; base lines of recognised text are less exact.
_STEP, _RECOGNISED_STEP = 0.01, 0.06
_CLOSED = re.compile(r"[;.:!?…)”\"]$")


@dataclass(slots=True)
class Group:
    """Lines of one paragraph, and the room they had."""

    lines: list[Line]
    column: Column


def usual_pitch(columns: list[Column]) -> float:
    """Most frequent distance of base lines within the text, in font sizes."""
    pitches: Counter[float] = Counter()
    for column in columns:
        for a, b in zip(column.lines, column.lines[1:], strict=False):
            if a.page == b.page and abs(a.size - b.size) < 0.3 and b.baseline > a.baseline:
                step = _RECOGNISED_STEP if a.is_recognised else _STEP
                pitches[round(round((b.baseline - a.baseline) / a.size / step) * step, 2)] += 1
    if not pitches:
        return _PITCH
    most = max(pitches.values())
    # Spacing between paragraphs can be as frequent as within them where paragraphs are short.
    usual = min((pitch for pitch, count in pitches.items() if count >= most / 3 and pitch > 0.8), default=_PITCH)
    return min(usual, _WIDEST_PITCH)


def starts_paragraph(last: Line, line: Line, above: Column, column: Column, pitch: float) -> bool:
    """Does `line` start a paragraph of its own after `last`?"""
    if above.is_zone or column.is_zone:
        return _starts_in_zone(last, line, above, column, pitch)
    if abs(last.size - line.size) > 1.0 or (last.bold != line.bold and _ends(last, line, above)):
        return True
    same_page = last.page == line.page
    gap = (line.baseline - last.baseline) / max(last.size, 1.0) if same_page else pitch
    if gap > _VERY_WIDE_PITCH * pitch or gap < 0:
        return True
    if _ends(last, line, above):
        return True
    if is_centered(last, above) != is_centered(line, column) and not _is_full(last, above):
        return True
    if same_page and gap > _WIDE_PITCH * pitch:
        return True
    is_indented = line.x0 - column.x0 > _INDENT and line.x0 - last.x0 > -_EDGE
    marker, _ = split_marker(line.text)
    if marker is None and _hangs_under(last, line):
        return False
    if marker is not None and (is_indented or _CLOSED.search(last.text)):
        return True
    return is_indented and last.x0 - above.x0 <= _INDENT and not is_centered(line, column)


def is_centered(line: Line, column: Column) -> bool:
    """Centred text keeps clear of both edges and stands in the middle of them; a list item does so by chance."""
    marker, _ = split_marker(line.text)
    if marker is not None and marker.level >= Level.NUMBER:
        return False
    clear = line.x0 - column.x0 > _INDENT and column.x1 - line.x1 > _INDENT
    return clear and abs(line.center - (column.x0 + column.x1) / 2) < _CENTER


def _ends(last: Line, line: Line, column: Column) -> bool:
    """The first word of the next line would have fitted at the end of the last one."""
    room = column.x1 - last.x1
    if is_centered(last, column):
        room += last.x0 - column.x0
    return SPACE * last.size + line.first_word_width + _EDGE < room


def _hangs_under(last: Line, line: Line) -> bool:
    """The line starts right below the first word of a list item, whose marker stands out to the left of its text."""
    return (
        len(last.words) > 1
        and abs(last.words[1].x0 - line.x0) < _EDGE
        and split_marker(last.words[0].text + " x")[0] is not None
    )


def _is_full(line: Line, column: Column) -> bool:
    return column.x1 - line.x1 < 3 * line.size


def _starts_in_zone(last: Line, line: Line, above: Column, column: Column, pitch: float) -> bool:
    if above is not column or last.page != line.page:
        return True
    if last.bold != line.bold or last.italic != line.italic or abs(last.size - line.size) > 1.0:
        return True
    if last.text.isupper() != line.text.isupper():
        return True
    if line.baseline - last.baseline > 1.3 * pitch * last.size or split_marker(line.text)[0] is not None:
        return True
    center = (max(item.center for item in column.lines) + min(item.center for item in column.lines)) / 2
    half = min(center - column.x0, column.x1 - center) - _CELL_PADDING
    if abs(last.center - line.center) < _CENTER:
        width, room = last.x1 - last.x0, 2 * half
        is_remainder = line.x1 - line.x0 < _REMAINDER * width
        is_filled = width + SPACE * last.size + line.first_word_width >= _SURE_PART * room
        return not (is_filled and (is_remainder or width >= _FILLED * room))
    return SPACE * last.size + line.first_word_width < column.x1 - last.x1
