"""Word files made from a PDF by a converter that gave every printed line a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.reading.document import Block, Paragraph
from pipelines.reading.plain_text.lines import Line
from pipelines.reading.plain_text.paragraphs import Settings, continues, starts_lower
from pipelines.text.markers import split_marker
from pipelines.text.wrapping import join_wrapped

# Paragraphs that open in small letters after one without a full stop; authors write hardly any.
_MIN_CONTINUED = 5
_MIN_CONTINUED_SHARE = 0.08
_ENDED = re.compile(r"[.;:!?,…/]['\")\]”’]*$")


def join_printed_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with paragraphs that are printed lines joined; as they are in a document with real paragraphs."""
    texts = [block for block in blocks if isinstance(block, Paragraph) and _is_text(block)]
    continued = sum(map(_goes_on, texts[:-1], texts[1:]))
    if continued < _MIN_CONTINUED or continued < _MIN_CONTINUED_SHARE * len(texts):
        return list(blocks)
    lines = {id(paragraph): _line(paragraph, index) for index, paragraph in enumerate(texts, start=1)}
    settings = Settings(list(lines.values()))
    joined: list[Block] = []
    group: list[Line] = []
    for block in blocks:
        line = lines.get(id(block))
        before = joined[-1] if group else None
        if line is None or not isinstance(block, Paragraph):
            joined.append(block)
            group = []
        elif isinstance(before, Paragraph) and continues(group, line, settings.around(group[-1])):
            joined[-1] = _joined(before, block)
            group.append(line)
        else:
            joined.append(block)
            group = [line]
    return joined


def _is_text(paragraph: Paragraph) -> bool:
    """Centred lines are titles, each meant to stand alone."""
    return not (paragraph.is_furniture or paragraph.is_footnote or paragraph.centered)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    return starts_lower(after.text) and split_marker(after.text)[0] is None and not _ENDED.search(before.text)


def _line(paragraph: Paragraph, number: int) -> Line:
    return Line(number, paragraph.text, bold=bool(paragraph.bold))


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    return replace(
        first,
        text=join_wrapped((first.text, second.text)),
        lines=(*first.lines, *second.lines),
        bold=bool(first.bold and second.bold),
        italic=bool(first.italic and second.italic),
    )
