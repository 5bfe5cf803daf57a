"""Paragraphs of a narrative as entries with the kind of marker they open with, before any nesting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import zip_longest

from pipelines.parsing.landmarks import is_capitals, part_heading
from pipelines.reading.document import Paragraph
from pipelines.text.markers import Level, split_marker
from pipelines.text.normalise import match_key

PLAIN = "plain"
UNNUMBERED = "unnumbered"
PART = "phần"
CHAPTER = "chương"
SECTION = "mục"
ROMAN = "I"
UPPER = "A"
# Kinds of marker whose nesting differs between documents, in their usual order, outermost first.
_USUAL_ORDER = ("a", "1)", "(1)", "(a)", "*", "-", "+", "•")
_UNNUMBERED_LENGTH = 120
# A body's name alone, which 'Đơn vị chủ trì:' and other labels of an assignment are not.
_BODY_NAME = re.compile(
    r"(?:Đề nghị |Đối với |Giao )?(?:(?:các )?(?:Phòng|Văn phòng|Trung tâm|Công an|Trạm Y tế|Ban Chỉ đạo|Hội đồng"
    r"|Ủy ban|Uỷ ban|UBND|MTTQ|Thủ trưởng|Trưởng|Bộ phận)|các (?:cơ quan|đơn vị))\b"
    r"(?![^:]*\b(?:chủ trì|phối hợp|thực hiện|tham mưu)\b)[^.:;]{0,90}:$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph. `kind` names its marker's style: 'phần', 'I', 'A', '1', '1.1', 'a', '(1)', '-' ... or 'plain'.

    `printed` is the marker as printed, `step` what it contributes to a path ('II', '3.2', 'c)', '-').
    """

    kind: str
    printed: str
    step: str
    text: str
    paragraph: Paragraph

    @property
    def is_loose(self) -> bool:
        """Whether the kind's place in the nesting is the document's own choice."""
        return self.kind in _USUAL_ORDER

    @property
    def is_marked(self) -> bool:
        return self.kind not in (PLAIN, UNNUMBERED)


def entry_of(paragraph: Paragraph) -> Entry:
    part = part_heading(paragraph.text)
    if part:
        return Entry(match_key(part[0]).split()[0], part[0], part[0], part[1] or part[0], paragraph)
    marker, rest = split_marker(paragraph.text)
    if marker is None or not rest:
        kind = UNNUMBERED if _is_unnumbered_heading(paragraph) else PLAIN
        return Entry(kind, "", "", paragraph.text, paragraph)
    step = marker.printed if marker.level >= Level.LETTER else marker.value
    return Entry(_kind(marker.level, marker.printed, marker.value, marker.depth), marker.printed, step, rest, paragraph)


def _kind(level: Level, printed: str, value: str, depth: int) -> str:
    match level:
        case Level.ROMAN:
            return ROMAN
        case Level.UPPER:
            return UPPER
        case Level.NUMBER:
            return "1)" if printed.endswith(")") else "1"
        case Level.SUBNUMBER:
            return ".".join("1" * depth)
        case Level.LETTER:
            return "a"
        case Level.PARENTHESIS:
            return "(1)" if value.isdigit() else "(a)"
        case Level.DASH:
            return "-"
    return printed if printed in "+*" else "•"


def _is_unnumbered_heading(paragraph: Paragraph) -> bool:
    """A short line in capitals or bold without a stop; one that ends in ':' leads into a list and is text.

    A bold line that is a body's name heads that body's duties, with or without the ':'.
    """
    text = paragraph.text
    if paragraph.bold and _BODY_NAME.match(text):
        return True
    if len(text) > _UNNUMBERED_LENGTH or text.endswith((".", ";", ":", ",", ")", "/")):
        return False
    return is_capitals(text) or bool(paragraph.bold)


def loose_ranks(entries: Sequence[Entry]) -> dict[str, int]:
    """Rank of each loose kind in this document, outermost first.

    In each stretch between numbered headings the kind that comes first is the outer one; where documents give no
    evidence the usual order holds.
    """
    evidence: Counter[tuple[str, str]] = Counter()
    seen: list[str] = []
    for entry, following in zip_longest(entries, entries[1:]):
        if not entry.is_loose:
            if entry.kind != PLAIN:
                seen = []
            continue
        if entry.kind not in seen:
            evidence.update((outer, entry.kind) for outer in seen)
            seen.append(entry.kind)
        if entry.kind in "*•" and leads_on(entry.text) and following and following.kind in "-+":
            evidence[entry.kind, following.kind] += 2

    def compare(first: str, second: str) -> int:
        usual = _USUAL_ORDER.index(first) - _USUAL_ORDER.index(second)
        return (evidence[second, first] - evidence[first, second]) or usual

    return {kind: rank for rank, kind in enumerate(sorted(_USUAL_ORDER, key=cmp_to_key(compare)))}


def leads_on(text: str) -> bool:
    return text.rstrip().endswith(":")
