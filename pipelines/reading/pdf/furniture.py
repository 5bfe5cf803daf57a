"""Lines that belong to the page, not to the text: page numbers, running headers and footers; and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipelines.reading.pdf.geometry import Ruling
from pipelines.reading.pdf.lines import Line
from pipelines.text.normalise import match_key

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—(]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–—)]?", re.IGNORECASE)
# Height of the margins in which furniture stands, as a part of the page; pages on which a running header repeats.
_MARGIN = 0.1
# Points from the edge of the page in which no text stands: on two pages, two lines there are enough.
_EDGE = 54.0
_REPEATS = 3
# A footnote rule: its length as a part of the page, and where it may start.
_NOTE_RULE = (0.08, 0.45)
_NOTES_BELOW = 0.45


@dataclass(frozen=True, slots=True)
class PageLines:
    """Lines of a page outside its tables, with what is needed to tell the furniture."""

    page: int
    width: float
    height: float
    lines: list[Line]
    horizontals: list[Ruling]


def find_furniture(pages: list[PageLines]) -> set[int]:
    """`id` of each line that is furniture."""
    repeated = Counter(key for page in pages for key in {_key(page, line) for line in _marginal(page)})
    edge = Counter(_key(page, line) for page in pages for line in _at_edge(page)) if len(pages) == 2 else Counter()
    found: set[int] = set()
    for page in pages:
        for line in _marginal(page):
            is_number = _PAGE_NUMBER.fullmatch(line.text) is not None and _stands_alone(line, page)
            if is_number or repeated[_key(page, line)] >= _REPEATS or edge[_key(page, line)] == len(pages):
                found.add(id(line))
    return found


def find_footnotes(page: PageLines) -> set[int]:
    """`id` of each line below the short rule that parts footnotes from the text."""
    least, most = (part * page.width for part in _NOTE_RULE)
    text_size = _usual_size(page.lines)
    for rule in page.horizontals:
        if not least <= rule.end - rule.start <= most or rule.position < _NOTES_BELOW * page.height:
            continue
        below = [line for line in page.lines if line.top > rule.position - 2]
        notes = [line for line in below if _PAGE_NUMBER.fullmatch(line.text) is None]
        starts_left = rule.start <= min((line.x0 for line in page.lines), default=0.0) + 6
        is_small = all(line.size < text_size - 0.4 for line in notes)
        if notes and starts_left and is_small and notes[0].top - rule.position < 30:
            return {id(line) for line in notes}
    return set()


def _marginal(page: PageLines) -> list[Line]:
    top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
    return [line for line in page.lines if line.bottom < top or line.top > bottom]


def _at_edge(page: PageLines) -> list[Line]:
    """Lines above and below where the text of a page may stand at all."""
    top, bottom = _EDGE, page.height - _EDGE
    return [line for line in page.lines if line.bottom < top or line.top > bottom]


def _key(page: PageLines, line: Line) -> tuple[str, int]:
    is_top = line.bottom < page.height / 2
    return re.sub(r"\d+", "#", match_key(line.text)), int(is_top)


def _stands_alone(line: Line, page: PageLines) -> bool:
    return not any(other is not line and abs(other.baseline - line.baseline) < 0.5 * line.size for other in page.lines)


def _usual_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
