"""Documents typeset by LibreOffice: what runs over a page, what stands in columns."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from pipelines.reading.document import Document, Paragraph, Table
from pipelines.reading.pdf import read_pdf
from tests.fixtures.make_pdf import HEADER, LONG

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"


@pytest.fixture(scope="module")
def annex() -> Document:
    return read_pdf((FIXTURES / "annex.pdf").read_bytes())


@pytest.fixture(scope="module")
def table(annex: Document) -> Table:
    (table,) = annex.tables()
    return table


@pytest.fixture(scope="module")
def letter() -> Document:
    return read_pdf((FIXTURES / "letter.pdf").read_bytes())


def body(document: Document) -> list[Paragraph]:
    return [p for p in document.paragraphs() if not p.is_furniture]


def test_header_rows_repeated_on_each_page_are_dropped_and_counted(annex: Document, table: Table) -> None:
    assert annex.page_count == 3
    assert table.header_row_count == 2
    first_column = [row[0].text for row in table.grid()]
    assert (first_column.count("STT"), first_column.count("(1)")) == (1, 1)
    assert [cell.text for cell in table.grid()[0]] == HEADER


def test_every_row_is_whole_and_in_order(table: Table) -> None:
    numbers = [row[0].text for row in table.grid()[2:]]
    sub_rows = ["9"] * 5
    expected = ["I. TIẾP CÔNG DÂN", *map(str, range(1, 9)), "II. SỔ SÁCH", *sub_rows, *map(str, range(10, 16))]
    assert numbers == expected
    long_rows = [row[1].text for row in table.grid() if row[0].text in {"3", "7", "9", "11", "13", "15"}]
    assert set(long_rows) == {LONG}


def test_cells_cut_by_a_page_break_have_a_place_on_each_page(table: Table) -> None:
    cut = [cell for cell in table.cells if len(cell.places) > 1 and cell.text]
    assert cut, "the fixture has rows that run over a page"
    for cell in cut:
        pages = [place.page for place in cell.places]
        assert pages == list(range(pages[0] or 0, (pages[0] or 0) + len(pages)))


def test_a_cell_merged_down_over_a_page_break_is_one_cell(table: Table) -> None:
    ordinal = next(cell for cell in table.cells if cell.text == "9")
    task = next(cell for cell in table.cells if cell.row == ordinal.row and cell.column == 1)
    assert (ordinal.row_span, task.row_span, task.text) == (5, 5, LONG)
    outputs = [row[2].text for row in table.grid()[ordinal.row : ordinal.row + 5]]
    assert outputs[0] == "Danh mục"
    assert outputs[2] == "Quyết định của Chủ tịch về việc ban hành danh mục hồ sơ lưu trữ"


def test_group_rows_are_one_cell_and_lists_keep_their_paragraphs(table: Table) -> None:
    group = next(cell for cell in table.cells if cell.text.startswith("II."))
    assert (group.column_span, group.bold) == (6, True)
    output = next(cell for cell in table.cells if cell.text.startswith("- Biên bản"))
    assert output.paragraphs == ("- Biên bản;", "- Báo cáo")


def test_page_numbers_are_furniture(annex: Document) -> None:
    assert [p.text for p in annex.paragraphs() if p.is_furniture] == ["1", "2", "3"]
    assert body(annex)[-1].text == "Tổng cộng: 15 nhiệm vụ./."


def test_letterhead_and_signature_come_column_by_column(letter: Document) -> None:
    texts = [p.text for p in body(letter)]
    assert texts[:6] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ HÒA BẮC",
        "Số: /KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa Bắc, ngày tháng 01 năm 2027",
    ]
    start = texts.index("Nơi nhận:")
    assert texts[start : start + 7] == [
        "Nơi nhận:",
        "- Đảng ủy xã;",
        "- Các thôn;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn Mẫu",
    ]


def test_paragraphs_are_joined_over_lines_and_pages(letter: Document) -> None:
    items = [p for p in body(letter) if LONG in p.text]
    assert [p.text[:2] for p in items] == ["- ", "a)", "Hư"] * 3
    assert all(p.text.endswith("trước ngày 15/4/2027.") for p in items)
    assert any(len({line.place.page for line in p.lines}) == 2 for p in items)


def test_style_of_headings_and_titles(letter: Document) -> None:
    by_text = {p.text: p for p in body(letter)}
    assert (by_text["KẾ HOẠCH"].bold, by_text["KẾ HOẠCH"].centered) == (True, True)
    assert (by_text["I. MỤC ĐÍCH"].bold, by_text["I. MỤC ĐÍCH"].centered) == (True, False)
    assert by_text["I. MỤC ĐÍCH"].indent == pytest.approx(28.3, abs=1)


def test_two_level_header_and_landscape_annex(letter: Document) -> None:
    small, wide = letter.tables()
    assert [[cell.text for cell in row] for row in small.grid()] == [
        ["Thôn", "Lịch tiếp dân", "Lịch tiếp dân", "Người trực", "Ghi chú"],
        ["Thôn", "Sáng", "Chiều", "Người trực", "Ghi chú"],
        ["Thôn Đông", "Thứ hai", "Thứ năm", "Trưởng thôn", ""],
    ]
    assert wide.grid()[1][1].text == LONG
    box = wide.place.box
    assert box is not None
    assert max(cell.place.box.x1 for cell in wide.cells if cell.place.box) > 595


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_pages_turned_after_typesetting_read_the_same(annex: Document, rotation: int) -> None:
    turned = pypdfium2.PdfDocument(FIXTURES / "annex.pdf")
    for page in turned:
        page.set_rotation(rotation)
    buffer = io.BytesIO()
    turned.save(buffer)
    document = read_pdf(buffer.getvalue())
    assert [p.text for p in document.paragraphs()] == [p.text for p in annex.paragraphs()]
    (table,), (upright,) = document.tables(), annex.tables()
    assert [cell.text for cell in table.cells] == [cell.text for cell in upright.cells]
    box, page_height = table.place.box, {90: 842, 180: 595, 270: 842}[rotation]
    assert box is not None
    assert 0 < box.top < box.bottom < page_height
