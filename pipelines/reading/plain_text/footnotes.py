"""Notes printed at the foot of a page, which plain text puts in the middle of the prose."""

from __future__ import annotations

import re

from pipelines.reading.plain_text.lines import Line
from pipelines.text.markers import split_marker

_NOTE_START = re.compile(r"(\d{1,2})\s+[^\W\d_].*")
_MAX_DISTANCE = 90  # lines from the reference to its note: a page of prose with room to spare


class Footnotes:
    """Footnotes among some lines: a raised number ends a word ('của xã1'), and the same number opens a later line."""

    def __init__(self, lines: list[Line]) -> None:
        self._starts = _starts(lines)

    def opens(self, line: Line) -> bool:
        return line.number in self._starts

    def goes_on(self, groups: list[list[Line]], notes: list[list[Line]], line: Line) -> bool:
        """Whether `line` is a further line of the note that was read last."""
        if not notes or not groups or groups[-1] is not notes[-1]:
            return False
        last = notes[-1][-1]
        return not re.search(r"[.;]$", last.text) and split_marker(line.text)[0] is None and not line.opens_page


def _starts(lines: list[Line]) -> set[int]:
    starts: set[int] = set()
    expected = 1
    reference: int | None = None
    for index, line in enumerate(lines):
        if reference is None:
            if re.search(rf"[^\W\d_A-Z]{{2}}{expected}(?=[\s,.;:)]|$)", line.text):
                reference = index
            continue
        found = _NOTE_START.fullmatch(line.text)
        if found and int(found.group(1)) == expected:
            starts.add(line.number)
            expected += 1
            reference = None
        elif index - reference > _MAX_DISTANCE:
            reference = None
    return starts
