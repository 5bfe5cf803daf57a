"""The cells of each page, before tables are joined over pages, beside those of pdfplumber's own table finder."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest

from pipelines.reading.document import Box
from pipelines.reading.pdf.content import read_page
from pipelines.reading.pdf.page_tables import read_tables
from pipelines.reading.pdf.source import open_pdf
from pipelines.text.normalise import clean
from tests.reading.pdf_writer import PdfPage, write_pdf

REPOSITORY = Path(__file__).parents[2]
# A page of damaged bytes and a scan without text have no cells to compare.
WITHOUT_TEXT = ("tai-do-dang", "password_to_open")
FILES = [
    path
    for folder in (REPOSITORY / "tests" / "fixtures" / "pdf", REPOSITORY / "raw")
    for path in sorted(folder.rglob("*.pdf"))
    if not any(part in path.name for part in WITHOUT_TEXT) and b"/Subtype/Image" not in path.read_bytes()
]
PLANS = ("cua-tung-2025h2", "son-vi-2026", "vinh-linh-2026", "vinh-thuan-2026-2030", "vinh-thuy-2026-thi-dua")
# Points: borders drawn as double or broken lines are put in their middle by one reader, at an edge by the other.
NEAR = 4.0

Cells = list[tuple[Box, str]]


def our_cells(data: bytes) -> list[Cells]:
    pages = []
    with open_pdf(data, page_limit=500) as document:
        for number in range(1, len(document) + 1):
            content = read_page(document.raw, number)
            assert content is not None
            pieces = [cell.pieces[0] for part in read_tables(content).parts for cell in part.cells]
            pages.append([(piece.shown, letters("".join(line.text for line in piece.lines))) for piece in pieces])
    return pages


def their_cells(data: bytes) -> list[Cells]:
    pages = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            cells: Cells = []
            for table in page.find_tables():
                if len(table.cells) < 2:
                    continue  # a frame around text is no table to us
                for row, texts in zip(table.rows, table.extract(), strict=True):
                    cells += [(Box(*b), letters(t or "")) for b, t in zip(row.cells, texts, strict=True) if b]
            pages.append(cells)
    return pages


def letters(text: str) -> str:
    """Without white space, which line ends and the width of gaps decide."""
    return "".join(clean(text).split())


def is_near(box: Box, other: Box) -> bool:
    pairs = ((box.x0, other.x0), (box.top, other.top), (box.x1, other.x1), (box.bottom, other.bottom))
    return all(abs(a - b) <= NEAR for a, b in pairs)


def without_equal(cells: Cells, others: Cells) -> Cells:
    return [(box, text) for box, text in cells if not any(is_near(box, b) and text == t for b, t in others)]


def differences(data: bytes) -> tuple[Cells, Cells]:
    """Cells that only we see, and cells that only pdfplumber sees, of all pages."""
    ours_only: Cells = []
    theirs_only: Cells = []
    for ours, theirs in zip(our_cells(data), their_cells(data), strict=True):
        ours_only += without_equal(ours, theirs)
        theirs_only += without_equal(theirs, ours)
    return ours_only, theirs_only


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_cell_of_our_files(file: Path) -> None:
    assert differences(file.read_bytes()) == ([], [])


def test_the_files_have_cells_to_compare() -> None:
    assert sum(len(cells) for file in FILES for cells in our_cells(file.read_bytes())) > 500


@pytest.mark.shared
@pytest.mark.parametrize("key", PLANS)
def test_every_cell_of_the_real_plans(shared_dir: Path, key: str) -> None:
    data = (shared_dir / "plans" / "pdf" / f"{key}.pdf").read_bytes()
    assert differences(data) == ([], [])


def test_a_cell_without_its_bottom_rule_is_a_cell() -> None:
    """LibreOffice leaves out the rule under a merged cell at the end of a table: pdfplumber then sees no cell there."""
    page = PdfPage().grid([50, 150, 300], [650, 700]).line(50, 600, 150, 600)
    for x in (50, 150, 300):
        page.line(x, 600, x, 650)
    page.text(60, 680, "A1").text(160, 680, "B1").text(60, 630, "A2").text(160, 630, "B2")
    ours_only, theirs_only = differences(write_pdf(page))
    assert [text for _, text in ours_only] == ["B2"]
    assert theirs_only == []


def test_text_turned_against_the_page_is_read_in_its_own_direction() -> None:
    """A wide annex printed sideways on an upright page: pdfplumber takes its letters column by column."""
    page = PdfPage()
    for x in (50, 150, 300):
        page.line(42, x, 142, x)
    for y in (42, 92, 142):
        page.line(y, 50, y, 300)
    for x, y, text in ((60, 62, "Alpha"), (160, 62, "Beta"), (60, 112, "Gamma"), (160, 112, "Delta")):
        page.placed_text((0, 1, -1, 0, y, x), text)
    data = write_pdf(page)
    assert {text for _, text in our_cells(data)[0]} == {"Alpha", "Beta", "Gamma", "Delta"}
    assert {text for _, text in their_cells(data)[0]} != {"Alpha", "Beta", "Gamma", "Delta"}
