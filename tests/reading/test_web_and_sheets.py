"""HTML, Markdown and workbooks."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from pipelines.reading.document import Table, UnreadableDocumentError
from pipelines.reading.html import read_html
from pipelines.reading.limits import ReadingLimits
from pipelines.reading.markdown import read_markdown
from pipelines.reading.xlsx import read_xlsx

TABLE = """
<table><thead><tr><th rowspan="2">STT</th><th colspan="2">Đơn vị</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>
<tr><td>1</td><td><p>Phòng A</p><p>Phòng B</p></td><td rowspan="9">C</td></tr><tr><td>2</td><td>D<br>Đ</td></tr></table>
"""


def spans(found: Table) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.row_span, c.column_span) for c in found.cells]


def test_html_shows_what_a_browser_shows() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><nav>menu</nav><form>"
        "<p align=center><b>KẾ HOẠCH</b><br>năm 2026</p><div>1. Mục <i>đích</i><p>Đoạn</p>sau</div>"
        "<ul><li>một</li></ul><ol start=3><li>ba</li><li>bốn</li></ol><p hidden>ẩn</p>"
        "<script>alert(1)</script></form></body></html>"
    )
    found = list(read_html(page.encode()).paragraphs())
    assert [p.text for p in found] == ["KẾ HOẠCH", "năm 2026", "1. Mục đích", "Đoạn", "sau", "- một", "3. ba", "4. bốn"]
    assert (found[0].bold, found[0].centered, found[1].bold) == (True, True, False)


def test_html_table_spans() -> None:
    (found,) = read_html(TABLE.encode()).tables()
    assert (found.row_count, found.column_count, found.header_row_count) == (4, 3, 2)
    assert spans(found) == [
        ("STT", 0, 0, 2, 1),
        ("Đơn vị", 0, 1, 1, 2),
        ("Chủ trì", 1, 1, 1, 1),
        ("Phối hợp", 1, 2, 1, 1),
        ("1", 2, 0, 1, 1),
        ("Phòng A Phòng B", 2, 1, 1, 1),
        ("C", 2, 2, 2, 1),
        ("2", 3, 0, 1, 1),
        ("D Đ", 3, 1, 1, 1),
    ]


def test_html_with_absurd_spans_is_bounded() -> None:
    page = "<table><tr><td rowspan=9999 colspan=9999>x</td><td>y</td></tr></table>"
    with pytest.raises(UnreadableDocumentError) as raised:
        read_html(page.encode(), ReadingLimits(max_table_cells=1000))
    assert raised.value.code == "too_large"


def test_html_without_words_is_empty() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_html(b"<html><body><script>x</script></body></html>")
    assert raised.value.code == "empty"


def test_html_entities_and_old_encodings() -> None:
    page = '<meta charset="windows-1258"><p>x&nbsp;&ge; 95%</p>'
    assert [p.text for p in read_html(page.encode()).paragraphs()] == ["x ≥ 95%"]


def test_markdown_paragraphs_and_lists() -> None:
    text = (
        "---\ntitle: x\n---\n# KẾ HOẠCH\n\n**Cải cách hành chính**\n\n1\\. Mục đích\n- Một\n  hai [ba](http://x)\n"
        "- *Bốn*\na) Năm\n\nDòng một  \nDòng hai\n<!-- ghi chú -->\n"
    )
    found = [(p.text, p.bold) for p in read_markdown(text.encode()).paragraphs()]
    assert found == [
        ("KẾ HOẠCH", True),
        ("Cải cách hành chính", True),
        ("1. Mục đích", False),
        ("- Một hai ba", False),
        ("- Bốn", False),
        ("a) Năm", False),
        ("Dòng một", False),
        ("Dòng hai", False),
    ]


def test_markdown_tables() -> None:
    text = "Phụ lục\n\n| TT | Việc |\n|:-:|---|\n| 1 | a<br>b \\| c |\n| 2 | |\n\nHết\n\n" + TABLE
    first, second = read_markdown(text.encode()).tables()
    assert [[c.text for c in line] for line in first.grid()] == [["TT", "Việc"], ["1", "a b | c"], ["2", ""]]
    assert first.header_row_count == 1
    assert [c.place.line for c in first.cells if c.column == 0] == [3, 5, 6]
    assert second.column_count == 3


def workbook(rows: list[list[object]], merges: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    for line in rows:
        book.active.append(line)
    for area in merges:
        book.active.merge_cells(area)
    hidden = book.create_sheet("ẩn")
    hidden.append(["không", "đọc", "tôi"])
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_workbook_titles_and_table() -> None:
    data = workbook(
        [
            ["PHỤ LỤC"],
            ["(Kèm theo Kế hoạch)"],
            ["TT", "Việc", "Đơn vị", None, "Hạn"],
            [None, None, "Chủ trì", "Phối hợp", None],
            ["I. CHỈ ĐẠO"],
            [1, "Trồng cây\nDọn rác", "A", "B", datetime.date(2026, 3, 1)],
            [2, "Tỷ lệ", 0.5, 1.25, True],
        ],
        ("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A5:E5"),
    )
    document = read_xlsx(data)
    assert [p.text for p in document.paragraphs()] == ["PHỤ LỤC", "(Kèm theo Kế hoạch)"]
    (found,) = document.tables()
    assert spans(found)[:3] == [("TT", 0, 0, 2, 1), ("Việc", 0, 1, 2, 1), ("Đơn vị", 0, 2, 1, 2)]
    assert ("I. CHỈ ĐẠO", 2, 0, 1, 5) in spans(found)
    assert [c.text for c in found.grid()[3]] == ["1", "Trồng cây Dọn rác", "A", "B", "01/03/2026"]
    assert [c.text for c in found.grid()[4]] == ["2", "Tỷ lệ", "0,5", "1,25", "x"]


def test_workbook_sizes_are_bounded() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_xlsx(workbook([["a"] * 30] * 30), ReadingLimits(max_table_cells=100))
    assert raised.value.code == "too_large"


def test_empty_workbook() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_xlsx(workbook([]))
    assert raised.value.code == "empty"


def test_html_saved_by_word() -> None:
    page = (
        "<p class=MsoListParagraph><![if !supportLists]><span>-<span>&nbsp;&nbsp; </span></span><![endif]>Mục<o:p></o:p>"
        " một</p>"
    )
    assert [p.text for p in read_html(page.encode()).paragraphs()] == ["- Mục một"]


def test_html_tables_that_arrange_the_page_are_no_tables() -> None:
    inner = "<table>" + "<tr><td>1</td><td>a</td><td>b</td></tr>" * 3 + "</table>"
    document = read_html(f"<table><tr><td>menu</td><td><p>KẾ HOẠCH</p>{inner}</td></tr></table>".encode())
    assert [p.text for p in document.paragraphs()] == ["menu", "KẾ HOẠCH"]
    assert [t.row_count for t in document.tables()] == [3]


def test_workbook_with_an_absurd_merge_is_read() -> None:
    data = workbook([["TT", "Việc", "Hạn"], [1, "a", "b"]])
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    merge = b'</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    parts[sheet] = parts[sheet].replace(b"</sheetData>", merge)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    (found,) = read_xlsx(buffer.getvalue()).tables()
    assert (found.row_count, found.column_count) == (2, 3)


@pytest.mark.parametrize(
    "page",
    [
        '<p style="font-family:.VnTime">KÕ ho¹ch cña x·</p><p>của xã</p>',
        '<font face=".VnTime">KÕ ho¹ch cña x·</font><p>của xã</p>',
        '<style>p.MsoNormal, li.MsoNormal {margin:0; font-family:".VnTime";}</style>'
        "<p class=MsoNormal>KÕ ho¹ch <b>cña x·</b></p><div>của xã</div>",
    ],
)
def test_html_in_fonts_older_than_unicode(page: str) -> None:
    assert [p.text for p in read_html(page.encode()).paragraphs()] == ["Kế hoạch của xã", "của xã"]


def test_html_that_lost_the_names_of_its_fonts() -> None:
    page = "<p>Phßng V¨n hãa chñ tr×, phèi hîp víi V¨n phßng theo dâi viÖc thùc hiÖn kÕ ho¹ch cña x·.</p>"
    expected = "Phòng Văn hóa chủ trì, phối hợp với Văn phòng theo dõi việc thực hiện kế hoạch của xã."
    for charset in ("utf-8", "cp1252"):
        assert [p.text for p in read_html(page.encode(charset)).paragraphs()] == [expected]


def test_workbook_in_fonts_older_than_unicode() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    texts = ["NhiÖm vô", "Chñ tr×", "Thêi gian", "cã", "Nhiệm vụ"]
    for column, text in enumerate(texts, 1):
        sheet.cell(1, column, text).font = openpyxl.styles.Font(name=".VnTime" if column < 5 else "Times New Roman")
    buffer = io.BytesIO()
    book.save(buffer)
    (found,) = read_xlsx(buffer.getvalue()).tables()
    assert [c.text for c in found.cells] == ["Nhiệm vụ", "Chủ trì", "Thời gian", "cã", "Nhiệm vụ"]


def test_unicode_in_a_workbook_whose_template_names_old_fonts() -> None:
    book = openpyxl.Workbook()
    for column, text in enumerate(["Nhiệm vụ của xã", "xã", "có"], 1):
        book.active.cell(1, column, text).font = openpyxl.styles.Font(name=".VnTime")
    buffer = io.BytesIO()
    book.save(buffer)
    (found,) = read_xlsx(buffer.getvalue()).tables()
    assert [c.text for c in found.cells] == ["Nhiệm vụ của xã", "xã", "có"]
