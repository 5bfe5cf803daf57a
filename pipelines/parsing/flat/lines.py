"""The printed lines of an annex, without page furniture, each knowing what stands before it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.reading.document import Block, Paragraph, Place, TextLine
from pipelines.text.normalise import clean

_PAGE_NUMBER = re.compile(r"^(?:-\s*)?\d{1,3}(?:\s*-)?$|^(?:trang|page)\s+\d+(?:\s*/\s*\d+)?$", re.IGNORECASE)
_TIMESTAMP = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_ORDINAL_STEM = re.compile(r"^\d{1,2}\.$")
_ORDINAL_END = re.compile(r"^\d{1,2}\.?$")
_FEWEST_PARTED = 3
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its clean text, where it stands, and whether a page may have ended before it.

    `gap` is the distance in lines of text to the line before it: 1 when no blank line stands between them.
    """

    text: str
    place: Place
    gap: int = 1
    after_page_break: bool = False


def printed_lines(blocks: Iterable[Block]) -> list[TextLine]:
    """All lines of the paragraphs in order; a paragraph without lines is one line. Furniture is left out."""
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.is_furniture and not block.is_footnote:
            lines.extend(block.lines or (TextLine(block.text, block.place),))
    return lines


def table_lines(raw: Sequence[TextLine]) -> list[Line]:
    """Lines that can belong to a table: no blank lines, no signature time stamps, no link addresses.

    A page break is suspected on a new page, where the usual number of blank lines is not kept, and at dropped
    furniture.
    """
    usual_gap = _usual_gap(raw)
    kept: list[Line] = []
    previous: TextLine | None = None
    pending_break = False
    for line in raw:
        text = clean(line.text)
        if not text:
            continue
        if _TIMESTAMP.match(text) or _ADDRESS.match(text):
            pending_break = True
            continue
        gap = 1 if previous is None else _gap(previous.place, line.place)
        if previous is not None:
            new_page = previous.place.page != line.place.page
            # Where every line is followed by a blank one, a page opens with a space right after the last line.
            opens_page = gap < usual_gap and line.text.startswith((" ", "\f"))
            pending_break = pending_break or new_page or opens_page or gap >= 3 > usual_gap
        kept.append(Line(text, line.place, gap, pending_break))
        pending_break = False
        previous = line
    return _with_whole_ordinals(kept)


def _with_whole_ordinals(lines: Sequence[Line]) -> list[Line]:
    """'2.' over '3' is the ordinal 2.3 broken by its narrow column, where the table does so again and again."""
    parted = {
        index
        for index, (line, after) in enumerate(itertools.pairwise(lines))
        if _ORDINAL_STEM.match(line.text) and _ORDINAL_END.match(after.text)
    }
    if len(parted) < _FEWEST_PARTED:
        return list(lines)
    return [
        replace(line, text=line.text + lines[index + 1].text) if index in parted else line
        for index, line in enumerate(lines)
        if index - 1 not in parted
    ]


def looks_like_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text))


def _gap(before: Place, after: Place) -> int:
    if before.line is None or after.line is None:
        return 1
    return after.line - before.line


def _usual_gap(raw: Sequence[TextLine]) -> int:
    filled = [line for line in raw if clean(line.text)]
    gaps = Counter(_gap(a.place, b.place) for a, b in itertools.pairwise(filled))
    return gaps.most_common(1)[0][0] if gaps else 1
