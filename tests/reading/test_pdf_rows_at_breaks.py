"""Rows and merged cells at the foot and the head of pages, and tables ruled between their rows alone."""

from __future__ import annotations

from pipelines.reading.document import Box, Document, Table
from pipelines.reading.pdf import read_pdf
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.page_break import weigh_break
from pipelines.reading.pdf.runs import Word
from pipelines.reading.pdf.table_parts import PartCell, Piece, TablePart
from tests.reading.pdf_writer import PdfPage, write_pdf

XS = [60.0, 90.0, 260.0, 400.0, 530.0]
HEADER = ("TT", "Noi dung", "San pham", "Chu tri")


def cells(page: PdfPage, top: float, *texts: str, xs: list[float] = XS) -> None:
    """A row of text, lines parted by '/'; the first line stands 14 points under `top`."""
    for x, text in zip(xs, texts, strict=False):
        for index, line in enumerate(text.split("/") if text else ()):
            page.text(x + 4, top - 14 - 13 * index, line, size=11)


def rules(page: PdfPage, ys: list[float], *open_below: tuple[int, int], xs: list[float] = XS) -> None:
    """Rules of a table; `open_below` are (row, column) with no rule under them."""
    for x in xs:
        page.line(x, ys[0], x, ys[-1])
    for row, y in enumerate(ys):
        for column in range(len(xs) - 1):
            if (row - 1, column) not in open_below:
                page.line(xs[column], y, xs[column + 1], y)


def texts(document: Document) -> list[list[str]]:
    (table,) = document.tables()
    assert isinstance(table, Table)
    return [[cell.text for cell in line] for line in table.grid()]


def test_a_cell_merged_over_more_rows_than_the_number_goes_on_from_the_page_before() -> None:
    first, second = PdfPage(), PdfPage()
    rules(first, [160, 140, 120, 100, 60], (1, 3))
    for top, row in zip(
        (160, 140, 120, 100),
        (
            HEADER,
            ("1", "Ra soat", "Bao cao", "Van phong"),
            ("2", "In an", "To gap", ""),
            ("3", "Tap huan", "Hoi nghi", "Cong an"),
        ),
        strict=True,
    ):
        cells(first, top, *row)
    rules(second, [780, 760, 740, 720], (1, 3))
    for top, row in zip(
        (780, 760, 740), (HEADER, ("4", "Kiem tra", "Bien ban", ""), ("5", "Tong ket", "Bao cao", "")), strict=True
    ):
        cells(second, top, *row)
    assert [row[3] for row in texts(read_pdf(write_pdf(first, second)))] == [
        "Chu tri",
        "Van phong",
        "Van phong",
        "Cong an",
        "Cong an",
        "Cong an",
    ]


def test_a_sub_row_below_merged_cells_is_no_rest_of_the_row_above() -> None:
    xs = [60.0, 90.0, 200.0, 290.0, 380.0, 460.0, 530.0]
    header = ("TT", "Nhiem vu", "Hoat dong", "San pham", "Chu tri", "Phoi hop")
    merged = [(1, 0), (1, 1), (1, 4), (1, 5)]
    first, second = PdfPage(), PdfPage()
    rules(first, [180, 160, 140, 120, 80], *merged, xs=xs)
    cells(first, 180, *header, xs=xs)
    cells(first, 160, "1", "Ra soat", "Lap danh muc", "Danh muc", "Van phong", "Cong an", xs=xs)
    cells(first, 140, "", "", "Tong hop", "Bao cao", xs=xs)
    cells(first, 120, "2", "Niem yet day du/cac thu tuc tai", "In an/bang", "Bang", "Trung tam", "Kinh te", xs=xs)
    rules(second, [780, 760, 720], xs=xs)
    cells(second, 780, *header, xs=xs)
    cells(second, 760, "", "noi tiep nhan", "Cong khai", "Thong bao", xs=xs)
    task = "Niem yet day du cac thu tuc tai noi tiep nhan"
    assert texts(read_pdf(write_pdf(first, second)))[3:] == [
        ["2", task, "In an bang", "Bang", "Trung tam", "Kinh te"],
        ["2", task, "Cong khai", "Thong bao", "Trung tam", "Kinh te"],
    ]


def part(*cells: str) -> TablePart:
    def line(text: str) -> list[Line]:
        words = [Word(text, 0, 5.0 * len(text))]
        return [Line(text, 0, words[0].x1, 100, 112, 110, 11, False, False, words)] if text else []

    box = Box(0, 96, 120, 150)
    made = [PartCell(0, i, 1, 1, [Piece(1, box, box, line(text))]) for i, text in enumerate(cells)]
    return TablePart([120.0 * i for i in range(len(cells) + 1)], 1, made, 1, 1, box, 600.0)


def test_a_group_merged_down_before_the_number_goes_on() -> None:
    rows = [part("Cải cách thể chế", str(number), "Rà soát", "Văn phòng") for number in range(1, 6)]
    above = rows[0]
    for index, row in enumerate(rows[1:], start=1):
        for cell in row.cells[1:]:
            cell.row = index
            above.cells.append(cell)
    above.cells[0].row_span = above.row_count = 5
    found = weigh_break(above, part("", "6", "Tập huấn", "Công an"))
    assert not found.is_cut
    assert [cell.column for cell, _ in found.continued] == [0]


def test_a_row_without_a_number_is_cut_where_every_row_has_one() -> None:
    above = part("1", "Rà soát:", "Chủ trì: Văn phòng", "Quý I")
    for index in range(1, 5):
        for cell in part(str(index + 1), "Tập huấn:", "Chủ trì: Công an", "Quý I").cells:
            cell.row = index
            above.cells.append(cell)
    above.row_count = 5
    assert weigh_break(above, part("", "- Chuẩn bị nội dung", "Phối hợp: Trạm Y tế", "")).is_cut


def test_a_total_at_the_head_of_a_page_is_a_row() -> None:
    above = part("2", "Kiện toàn tổ công nghệ số cộng đồng", "Quyết định", "Văn phòng")
    assert not weigh_break(above, part("", "Tổng cộng: 02 nhiệm vụ", "", "")).is_cut
    assert weigh_break(above, part("", "ở các thôn", "", "")).is_cut


def test_a_heading_of_the_form_that_the_table_has_elsewhere_is_a_row() -> None:
    above = part("2", "Số hóa hồ sơ", "Hồ sơ", "Văn phòng")
    heading = part("", "Cải cách tổ chức bộ máy", "", "")
    for cell in part("", "Cải cách thể chế", "", "").cells:
        cell.row = 1
        heading.cells.append(cell)
    heading.row_count = 2
    assert not weigh_break(above, heading).is_cut
    assert weigh_break(above, part("", "Cải cách tổ chức bộ máy", "", "")).is_cut


def test_rules_between_rows_alone_make_a_table_over_two_pages() -> None:
    first, second = PdfPage(), PdfPage()
    for page, ys in ((first, [200, 170, 150, 120, 90]), (second, [780, 750, 720])):
        for y in ys:
            page.line(XS[0], y, XS[-1], y)
    cells(first, 200, "TT", "Noi dung", "San pham/du kien", "Chu tri")
    cells(first, 170, "Nhom viec chung cua toan xa va cac thon, cac don vi su nghiep")
    cells(first, 150, "1", "Ra soat van ban/da ban hanh", "Bao cao", "Van phong")
    cells(first, 120, "2", "Tap huan ky nang/cho cong chuc", "Hoi nghi", "Van phong")
    cells(second, 780, "3", "Kiem tra", "Bien ban", "Cong an/xa")
    cells(second, 750, "4", "Tong ket", "Bao cao", "Van phong")
    for number, page in ((1, first), (2, second)):
        page.text(295, 40, f"Trang {number}/2", size=11)
    assert texts(read_pdf(write_pdf(first, second))) == [
        ["TT", "Noi dung", "San pham du kien", "Chu tri"],
        ["Nhom viec chung cua toan xa va cac thon, cac don vi su nghiep"] * 4,
        ["1", "Ra soat van ban da ban hanh", "Bao cao", "Van phong"],
        ["2", "Tap huan ky nang cho cong chuc", "Hoi nghi", "Van phong"],
        ["3", "Kiem tra", "Bien ban", "Cong an xa"],
        ["4", "Tong ket", "Bao cao", "Van phong"],
    ]


def test_the_rest_of_a_row_that_no_rule_stands_over() -> None:
    first, second = PdfPage(), PdfPage()
    for page, ys in ((first, [200, 170, 150, 120, 90]), (second, [765])):
        for y in ys:
            page.line(XS[0], y, XS[-1], y)
    cells(first, 200, *HEADER)
    for top, number in ((170, "1"), (150, "2"), (120, "3")):
        cells(first, top, number, "Ra soat van ban", "Bao cao", "Phong Kinh te va")
    cells(second, 790, "", "", "", "Ha tang")
    second.text(60, 740, "III. GIAI PHAP")
    document = read_pdf(write_pdf(first, second))
    assert texts(document)[-1] == ["3", "Ra soat van ban", "Bao cao", "Phong Kinh te va Ha tang"]
    assert [paragraph.text for paragraph in document.paragraphs()] == ["III. GIAI PHAP"]


def test_a_repeated_header_with_less_room_than_the_first() -> None:
    first, second = PdfPage(), PdfPage()
    rules(first, [180, 110, 90])
    cells(first, 180, "TT", "Noi dung", "San pham", "Co/quan/chu/tri")
    cells(first, 110, "1", "Ra soat", "Bao cao", "Van phong")
    rules(second, [780, 746, 700])
    cells(second, 780, "TT", "Noi dung", "San pham", "Co/quan")
    cells(second, 746, "2", "Tap huan", "Hoi nghi")
    cells(second, 746, "", "", "", "chu")
    assert texts(read_pdf(write_pdf(first, second)))[1:] == [
        ["1", "Ra soat", "Bao cao", "Van phong"],
        ["2", "Tap huan", "Hoi nghi", ""],
    ]


def test_two_tables_with_rules_between_their_rows_and_a_heading_between_them() -> None:
    page = PdfPage()
    for y in (700, 680, 660, 640, 600, 580, 560, 540):
        page.line(XS[0], y, XS[-1], y)
    for top in (700, 600):
        for x, label in zip(XS, HEADER, strict=False):
            page.text(x + 4, top - 14, label, size=11, font="F2")
    for number, top in enumerate((680, 660, 580, 560), start=1):
        cells(page, top, str(number), "Ra soat van ban", "Bao cao", "Van phong")
    page.text(64, 620, "II. Cai cach tai chinh", size=11, font="F2")
    document = read_pdf(write_pdf(page))
    assert [[row[0].text for row in table.grid()] for table in document.tables()] == [
        ["TT", "1", "2"],
        ["TT", "3", "4"],
    ]
    assert [paragraph.text for paragraph in document.paragraphs()] == ["II. Cai cach tai chinh"]


def test_a_cell_that_a_rule_leaves_out_is_merged_down() -> None:
    page = PdfPage()
    for y in (700, 680, 640, 620):
        page.line(XS[0], y, XS[-1], y)
    page.line(XS[1], 660, XS[-1], 660)
    cells(page, 700, *HEADER)
    cells(page, 680, "I", "Ra soat van ban", "Bao cao", "Van phong")
    cells(page, 660, "", "Tap huan", "Hoi nghi", "Cong an")
    cells(page, 640, "II", "Kiem tra", "Bien ban", "Van phong")
    assert [row[0] for row in texts(read_pdf(write_pdf(page)))] == ["TT", "I", "I", "II"]
