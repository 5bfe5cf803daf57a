"""Layouts written by hand: places, rotation, rules, notes, and files that cannot be read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipelines.reading.document import Box, Document, Paragraph, Table, UnreadableDocumentError
from pipelines.reading.pdf import read_pdf
from pipelines.reading.pdf.debug import draw_page, found_boxes
from pipelines.reading.pdf.last_resort import read_page_slowly
from tests.reading.pdf_writer import A4, PdfPage, write_pdf

XS, YS = [50.0, 150.0, 300.0], [600.0, 650.0, 700.0]
CELLS = {(60, 680): "A1", (160, 680): "B1 two words", (60, 630): "A2", (160, 630): "B2"}
TURN = 742.0
FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"


def table_page(rotation: int = 0) -> PdfPage:
    page = PdfPage(rotation=rotation).grid(XS, YS)
    for (x, y), text in CELLS.items():
        page.text(x, y, text)
    return page


def sideways_page(rotation: int) -> PdfPage:
    """The same table drawn turned to the left, as printers turn a wide table on an upright page."""
    page = PdfPage(rotation=rotation)
    for x in XS:
        page.line(TURN - YS[0], x, TURN - YS[-1], x)
    for y in YS:
        page.line(TURN - y, XS[0], TURN - y, XS[-1])
    for (x, y), text in CELLS.items():
        page.placed_text((0, 1, -1, 0, TURN - y, x), text)
    return page


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


def only_table(document: Document) -> Table:
    (table,) = document.tables()
    return table


def rounded(box: Box | None) -> tuple[int, int, int, int]:
    assert box is not None
    return round(box.x0), round(box.top), round(box.x1), round(box.bottom)


@pytest.mark.parametrize(
    ("page", "first_cell"),
    [
        (table_page(), (50, 142, 150, 192)),
        (table_page(rotation=90), (650, 50, 700, 150)),
        (table_page(rotation=180), (445, 650, 545, 700)),
        (table_page(rotation=270), (142, 445, 192, 545)),
        (sideways_page(rotation=90), (50, 42, 150, 92)),
        (sideways_page(rotation=0), (42, 692, 92, 792)),
    ],
)
def test_a_table_is_read_however_it_is_turned_and_placed_as_displayed(
    page: PdfPage, first_cell: tuple[int, int, int, int]
) -> None:
    table = only_table(read_pdf(write_pdf(page)))
    assert texts(table) == [["A1", "B1 two words"], ["A2", "B2"]]
    assert rounded(table.cells[0].place.box) == first_cell


def test_rules_drawn_as_thin_filled_shapes() -> None:
    page = PdfPage()
    for x in XS:
        page.filled(x, YS[0], 0.5, 100)
    for y in YS:
        page.filled(50, y, 250, 0.5)
    for (x, y), text in CELLS.items():
        page.text(x, y, text)
    assert texts(only_table(read_pdf(write_pdf(page)))) == [["A1", "B1 two words"], ["A2", "B2"]]


def test_rules_drawn_cell_by_cell_with_gaps_and_a_missing_side() -> None:
    page = PdfPage()
    for y in YS:
        page.line(50, y, 149, y).line(151, y, 300, y)
    page.line(150, 600, 150, 649).line(150, 651, 150, 700)
    for (x, y), text in CELLS.items():
        page.text(x, y, text)
    assert texts(only_table(read_pdf(write_pdf(page)))) == [["A1", "B1 two words"], ["A2", "B2"]]


def test_cells_merged_across_and_down() -> None:
    page = PdfPage().line(50, 700, 350, 700).line(50, 600, 350, 600)
    page.line(50, 600, 50, 700).line(350, 600, 350, 700).line(150, 600, 150, 700)
    page.line(150, 650, 350, 650).line(250, 600, 250, 650)
    page.text(60, 640, "down").text(160, 670, "across").text(160, 620, "left").text(260, 620, "right")
    table = only_table(read_pdf(write_pdf(page)))
    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}
    assert spans == {"down": (0, 0, 2, 1), "across": (0, 1, 1, 2), "left": (1, 1, 1, 1), "right": (1, 2, 1, 1)}


def test_a_frame_around_text_is_no_table() -> None:
    page = PdfPage().grid([50, 300], [600, 700]).text(60, 650, "Draft")
    (paragraph,) = read_pdf(write_pdf(page)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Draft"


def test_a_table_without_rules_is_found_by_its_columns() -> None:
    page = PdfPage().text(60, 760, "A line of text above the table, as long as the columns below it are wide")
    rows = [("No", "Task", "Lead", "When"), ("1", "Sort files", "Office", "Q1"), ("2", "Open box", "Police", "Q2")]
    for index, row in enumerate([*rows, ("3", "Report", "Clinic", "Q3")]):
        for x, text in zip((60, 100, 250, 400), row, strict=True):
            page.text(x, 700 - 20 * index, text)
    page.text(100, 700 - 72, "in full")
    document = read_pdf(write_pdf(page))
    assert texts(only_table(document))[2:] == [
        ["2", "Open box", "Police", "Q2"],
        ["3", "Report in full", "Clinic", "Q3"],
    ]
    assert len(list(document.paragraphs())) == 1


def test_a_footnote_is_set_aside_and_its_mark_does_not_touch_the_number() -> None:
    page = PdfPage()
    for index in range(12):
        page.text(70, 780 - 16 * index, f"Line {index} of a text that fills its page from left to right up to 2025")
    page.text(385, 780 - 16 * 4 + 5, "3", size=6)
    page.line(70, 120, 200, 120).text(70, 108, "3 A note under the text", size=9).text(290, 40, "1")
    document = read_pdf(write_pdf(page))
    body = [p.text for p in document.paragraphs() if not p.is_footnote and not p.is_furniture]
    assert "up to 2025 Line 5" in body[0]
    assert [p.text for p in document.paragraphs() if p.is_footnote] == ["3 A note under the text"]
    assert [p.text for p in document.paragraphs() if p.is_furniture] == ["1"]


@pytest.fixture
def without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine on which tesseract is not installed."""
    monkeypatch.setattr("pipelines.reading.scan.engine.find_spec", lambda name: None)


@pytest.mark.usefixtures("without_recognition")
def test_a_page_without_text_in_a_file_with_text_is_noted() -> None:
    document = read_pdf(write_pdf(PdfPage().text(50, 700, "Text"), PdfPage().image(0, 0, *A4)))
    (note,) = document.notes
    assert (note.kind, note.place.page, document.page_count) == ("unread_page", 2, 2)


def test_glyphs_of_a_font_without_character_map_are_noted() -> None:
    page = PdfPage().text(50, 700, "Text").text(50, 600, "\x01\x02\x03", font="F3")
    document = read_pdf(write_pdf(page))
    assert [note.kind for note in document.notes] == ["undecoded_text"]
    assert "Text" in [p.text for p in document.paragraphs()]


@pytest.mark.usefixtures("without_recognition")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (write_pdf(PdfPage().image(0, 0, *A4)), "ocr_missing"),
        (write_pdf(), "empty"),
        (b"%PDF-1.4 and nothing else", "damaged"),
        (write_pdf(table_page())[:200], "damaged"),
        ((FIXTURES / "password_to_open.pdf").read_bytes(), "encrypted"),
    ],
)
def test_files_that_cannot_be_read_say_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(data)
    assert caught.value.code == code
    assert "đề nghị" in caught.value.reason


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes_give_a_document_or_a_reason(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray((FIXTURES / "letter.pdf").read_bytes())
    if seed % 2:
        data = data[: chance.randrange(len(data))]
    for _ in range(chance.choice([1, 10, 100])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_pdf(bytes(data))
    except UnreadableDocumentError as error:
        assert error.code in {"damaged", "scanned_pdf", "ocr_missing", "empty", "encrypted", "too_large"}
    else:
        assert document.page_count


def test_more_pages_than_the_limit() -> None:
    data = write_pdf(*[PdfPage().text(50, 700, "Text")] * 3)
    assert read_pdf(data, page_limit=3).page_count == 3
    with pytest.raises(UnreadableDocumentError, match="too_large"):
        read_pdf(data, page_limit=2)


def test_a_password_of_the_owner_alone_locks_nothing() -> None:
    assert next(read_pdf((FIXTURES / "password_of_owner.pdf").read_bytes()).paragraphs()).text.startswith("Một câu")


def test_the_slow_reader_sees_the_same_page() -> None:
    content = read_page_slowly(write_pdf(table_page()), 1)
    assert content is not None
    assert {run.text for run in content.runs} == {"A1", "B1", "two", "words", "A2", "B2"}
    assert (len(content.horizontals), len(content.verticals)) == (3, 3)
    assert read_page_slowly(b"%PDF-1.4 and nothing else", 1) is None


def test_the_debug_picture_shows_the_cells(tmp_path: Path) -> None:
    data = write_pdf(table_page())
    assert [colour for _, colour in found_boxes(read_pdf(data), 1)] == ["red"] * 4
    assert draw_page(data, 1, tmp_path / "page.png") == 4
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_fonts_older_than_unicode_are_read_as_they_show() -> None:
    page = PdfPage().text(50, 700, "kÕ ho¹ch", font="F4").text(50, 650, "Plain text below.")
    assert [p.text for p in read_pdf(write_pdf(page)).paragraphs()] == ["KẾ HOẠCH", "Plain text below."]
