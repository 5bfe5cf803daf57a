"""What is printed above a table: title and caption of its annex, the paragraph before it, the heading over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.parsing.landmarks import is_capitals
from pipelines.parsing.row_kinds import MAX_HEADING_LENGTH, names_domain
from pipelines.reading.document import Block, Paragraph, Table
from pipelines.text.markers import Level, split_marker

_LONGEST_HEADING = 150
# Ranks of a heading without a marker: it stands below all others where it names a domain, else above them.
_BELOW, _ABOVE = (99, 0), (0, 0)


@dataclass(frozen=True, slots=True)
class CaptionedTable:
    """A table with what is printed above it.

    `lead_in` is the paragraph right before it; `heading` the innermost heading above it if that names a reform domain.
    """

    table: Table
    title: str | None = None
    caption: str | None = None
    lead_in: str | None = None
    heading: str | None = None

    def group(self) -> str | None:
        """The line right above the table, its heading or the annex's title, whichever names a reform domain first."""
        for text in (self.lead_in, self.heading, self.title):
            if text and len(text) <= MAX_HEADING_LENGTH and _names_domain_anywhere(text):
                return text
        return None


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    rank: tuple[int, int]


def captioned_tables(
    blocks: Sequence[Block], title: str | None = None, caption: str | None = None
) -> Iterator[CaptionedTable]:
    """The tables among some blocks, each with the paragraph printed right before it."""
    lead_in: str | None = None
    heading: _Heading | None = None
    for block in blocks:
        if isinstance(block, Table):
            yield CaptionedTable(block, title, caption, lead_in, heading.text if heading else None)
            lead_in = None
        elif not (block.is_furniture or block.is_footnote):
            lead_in = block.text
            heading = _heading_after(heading, block)


def _heading_after(current: _Heading | None, paragraph: Paragraph) -> _Heading | None:
    """The heading that names a domain, below a paragraph: this one, the one above, or none where another part opens."""
    marker, rest = split_marker(paragraph.text)
    if len(paragraph.text) > _LONGEST_HEADING or (marker is not None and marker.level >= Level.DASH):
        return current
    if marker is None and not (paragraph.bold or is_capitals(paragraph.text)):
        return current
    names = names_domain(rest)
    rank = (int(marker.level), marker.depth) if marker else _BELOW if names else _ABOVE
    if names:
        return _Heading(paragraph.text, rank)
    return current if current is not None and rank > current.rank else None


def _names_domain_anywhere(text: str) -> bool:
    """Whether a caption names a domain after its marker or after 'Danh mục nhiệm vụ ...'."""
    words = re.sub(r"^\s*(?:[IVX]+|\d+|[A-Z])[.)]\s*", "", text).split()
    return any(names_domain(" ".join(words[i:])) for i in range(len(words)))
