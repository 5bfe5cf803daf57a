"""Whether the fast reader and pdfplumber's own table finder see the same cells.

    python -m benchmarks.pdfplumber_agreement DIR

Every cell that pdfplumber finds on a page must be a cell, or the part on that page of a cell, that `read_pdf` found at
the same place with the same letters. White space is left out: pdfplumber does not join wrapped lines. A header row
printed again counts where its words are those of the table's header.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from pipelines.reading.document import Box, Cell, Document, UnreadableDocumentError
from pipelines.reading.pdf import read_pdf
from pipelines.text.normalise import clean

_SAME_PLACE = 0.7


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell of pdfplumber's that `read_pdf` has not, or reads otherwise; `ours` is None where nothing is there."""

    page: int
    box: Box
    theirs: str
    ours: str | None


def disagreements(path: Path) -> tuple[int, list[Disagreement]]:
    """How many filled cells pdfplumber finds in a file, and those that the two disagree on."""
    document = read_pdf(path)
    seen = 0
    found: list[Disagreement] = []
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            ours = list(_pieces(document, number))
            headers = _header_words(document)
            for box, text in _cells(page):
                seen += 1
                cell = max(ours, key=lambda piece: _overlap(piece[0], box), default=None)
                is_there = cell is not None and _overlap(cell[0], box) >= _SAME_PLACE
                words = _letters(cell[1].text) if cell is not None and is_there else None
                if text in headers or (words is not None and (text == words or _is_part(text, words, cell[1]))):
                    continue
                found.append(Disagreement(number, box, text, words))
            page.close()
    return seen, found


def _cells(page: pdfplumber.page.Page) -> Iterator[tuple[Box, str]]:
    for table in page.find_tables():
        if len(table.rows) < 2:
            continue
        for row, texts in zip(table.rows, table.extract(), strict=True):
            for corners, text in zip(row.cells, texts, strict=True):
                if corners is not None and (letters := _letters(text or "")):
                    yield Box(*corners), letters


def _pieces(document: Document, page: int) -> Iterator[tuple[Box, Cell]]:
    for table in document.tables():
        for cell in table.cells:
            yield from ((place.box, cell) for place in cell.places if place.page == page and place.box is not None)


def _header_words(document: Document) -> frozenset[str]:
    return frozenset(
        _letters(cell.text) for table in document.tables() for cell in table.cells if cell.row < table.header_row_count
    )


def _is_part(text: str, whole: str, cell: Cell | None) -> bool:
    """Whether a cell that is printed on several pages holds the text of this page's part."""
    return cell is not None and len(cell.places) > 1 and text in whole


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", clean(text))


def _overlap(one: Box, other: Box) -> float:
    """Shared area as a share of the smaller of the two."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min((b.x1 - b.x0) * (b.bottom - b.top) for b in (one, other))
    return width * height / smaller if smaller > 0 else 0.0


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cells = 0
    differing = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.pdf")):
        try:
            seen, found = disagreements(path)
        except UnreadableDocumentError as error:
            print(f"left out: {path.name} ({error.code})")
            continue
        cells += seen
        differing += len(found)
        for item in found:
            print(f"{path.name} p.{item.page} {item.box}\n  pdfplumber: {item.theirs}\n  read_pdf:   {item.ours}")
    print(f"{cells} cells, {differing} differ")


if __name__ == "__main__":
    main()
