"""Text whose columns are kept apart by spaces, as `pdftotext -layout` writes it.

Such a text is a page of typescript: every character has its place. It is read as a page without rules is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipelines.reading.document import Block, Document, Place, Table, TextLine
from pipelines.reading.pdf.assembly import assemble
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.geometry import Frame, View
from pipelines.reading.pdf.runs import Run, Word
from pipelines.reading.plain_text.lines import FORM_FEED, LINE_ENDS
from pipelines.text.normalise import clean

# A typescript in points: width of a character, height of a line, size of the type.
_CHARACTER, _LINE, _SIZE = 5.0, 12.0, 10.0
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WORD = re.compile(r"\S+")
# Lines with three columns or more from which on a text is taken for a typescript.
_FEWEST_ROWS = 5


def is_spaced(text: str) -> bool:
    """Whether several lines hold three pieces or more that spaces part."""
    rows = sum(len(_GAP.findall(line)) >= 2 for line in text.splitlines())
    return "\t" not in text and rows >= _FEWEST_ROWS


def read_spaced(text: str) -> Document | None:
    """The document, its places line numbers; None where the text holds no table after all."""
    first_lines: list[int] = []
    pages: list[list[str]] = []
    for number, (line, opens_page) in enumerate(_lines(text), start=1):
        if opens_page or not pages:
            pages.append([])
            first_lines.append(number)
        pages[-1].append(line)
    width = max(len(line) for page in pages for line in page) * _CHARACTER
    contents = [_page(lines, number, width) for number, lines in enumerate(pages, start=1)]
    document = assemble([content for content in contents if content.runs], len(pages))
    if not any(isinstance(block, Table) for block in document.blocks):
        return None
    paged = len(pages) > 1

    def on_line(place: Place) -> Place:
        if place.page is None or place.box is None:
            return place
        line = first_lines[place.page - 1] + round((place.box.top + 0.8 * _SIZE) / _LINE) - 1
        return Place(page=place.page if paged else None, line=line)

    blocks = tuple(_moved(block, on_line) for block in document.blocks)
    return Document("text", blocks, len(pages) if paged else None)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line as an editor numbers it, spaces and all, and whether it is the first of a page."""
    for raw in LINE_ENDS.split(text):
        yield raw.replace(FORM_FEED, "").rstrip(), FORM_FEED in raw


def _page(lines: list[str], number: int, width: float) -> PageContent:
    view = View(0.0, 0.0, width, (len(lines) + 1) * _LINE, 0)
    runs = [
        Run([_word(found)], baseline=row * _LINE, size=_SIZE, after_space=True)
        for row, line in enumerate(lines, start=1)
        for found in _WORD.finditer(line)
    ]
    return PageContent(number, Frame(view, view), runs, glyphs=sum(len(run.text) for run in runs))


def _word(found: re.Match[str]) -> Word:
    return Word(clean(found.group()), found.start() * _CHARACTER, found.end() * _CHARACTER)


def _moved(block: Block, on_line: Callable[[Place], Place]) -> Block:
    if isinstance(block, Table):
        cells = tuple(replace(cell, places=tuple(map(on_line, cell.places)), bold=None) for cell in block.cells)
        return replace(block, cells=cells)
    lines = tuple(TextLine(line.text, on_line(line.place)) for line in block.lines)
    return replace(block, place=on_line(block.place), lines=lines, bold=None, italic=None)
