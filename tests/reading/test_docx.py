"""Word files: what a reader of the printed page sees."""

from __future__ import annotations

import pytest

from pipelines.reading.document import Cell, Document, Table, UnreadableDocumentError
from pipelines.reading.docx import read_docx
from tests.reading.word_files import (
    cell,
    level,
    list_definition,
    list_instance,
    numbered,
    paragraph,
    row,
    table,
    word_file,
)


def texts(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs() if not p.is_furniture and not p.is_footnote]


def only_table(document: Document) -> Table:
    (found,) = document.tables()
    return found


def spans(found: Table) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.row_span, c.column_span) for c in found.cells]


def test_paragraphs_and_tables_keep_their_order_and_place() -> None:
    body = paragraph("Một") + table(row(cell("a"), cell("b"))) + paragraph("") + paragraph("Hai")
    document = read_docx(word_file(body))
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Table", "Paragraph"]
    assert [block.place.line for block in document.blocks] == [1, 2, 5]
    assert document.page_count is None


def test_automatic_numbers_are_printed() -> None:
    numbering = list_definition(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")
    ) + list_instance(1, 0)
    body = "".join(
        [
            numbered("Mục đích", 1, 0),
            numbered("Chung", 1, 1),
            numbered("một", 1, 2),
            numbered("hai", 1, 2),
            numbered("Riêng", 1, 1),
            numbered("ba", 1, 2),
            numbered("Nhiệm vụ", 1, 0),
            numbered("Đầu", 1, 1),
        ]
    )
    assert texts(read_docx(word_file(body, numbering=numbering))) == [
        "I. Mục đích",
        "1. Chung",
        "a) một",
        "b) hai",
        "2. Riêng",
        "a) ba",
        "II. Nhiệm vụ",
        "1. Đầu",
    ]


def test_numbers_of_outer_levels_and_restarted_lists() -> None:
    numbering = (
        list_definition(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
        + list_instance(1, 0)
        + list_instance(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    )
    body = numbered("a", 1) + numbered("b", 1, 1) + numbered("c", 1, 1) + numbered("d", 2) + numbered("e", 2)
    assert texts(read_docx(word_file(body, numbering=numbering))) == ["1. a", "1.1. b", "1.2. c", "1. d", "2. e"]


def test_bullets_of_symbol_fonts_are_printed_shapes() -> None:
    numbering = (
        list_definition(0, level(0, "bullet", "\uf02d"))
        + list_definition(1, level(0, "bullet", "\uf0b7"))
        + list_instance(1, 0)
        + list_instance(2, 1)
    )
    assert texts(read_docx(word_file(numbered("x", 1) + numbered("y", 2), numbering=numbering))) == ["- x", "• y"]


def test_a_row_number_that_word_counts_is_the_text_of_its_cell() -> None:
    numbering = list_definition(0, level(0, "decimal", "%1")) + list_instance(1, 0)
    rows = [row(cell(numbered("", 1)), cell(f"việc {n}")) for n in (1, 2)]
    found = only_table(read_docx(word_file(table(*rows), numbering=numbering)))
    assert [c.text for c in found.cells] == ["1", "việc 1", "2", "việc 2"]


def test_numbering_that_a_style_brings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    numbering = list_definition(0, level(0, "upperLetter", "%1.")) + list_instance(1, 0)
    body = paragraph("Nội dung", '<w:pStyle w:val="Con"/>')
    (found,) = read_docx(word_file(body, styles=styles, numbering=numbering)).paragraphs()
    assert (found.text, found.bold, found.centered) == ("A. Nội dung", True, True)


def test_merged_cells_span_rows_and_columns() -> None:
    body = table(
        row(cell("STT", merge="restart"), cell("Phân công", span=2), header=True),
        row(cell("", merge="continue"), cell("Chủ trì"), cell("Phối hợp"), header=True),
        row(cell("I. CHỈ ĐẠO", span=3)),
        row(cell("1"), cell("A"), cell("B")),
    )
    found = only_table(read_docx(word_file(body)))
    assert (found.row_count, found.column_count, found.header_row_count) == (4, 3, 2)
    assert spans(found)[:4] == [
        ("STT", 0, 0, 2, 1),
        ("Phân công", 0, 1, 1, 2),
        ("Chủ trì", 1, 1, 1, 1),
        ("Phối hợp", 1, 2, 1, 1),
    ]
    assert found.grid()[2][2].text == "I. CHỈ ĐẠO"


def test_paragraphs_and_line_breaks_of_a_cell_are_kept_apart() -> None:
    inner = paragraph("- Kế hoạch;") + "<w:p><w:r><w:t>- Báo cáo</w:t><w:br/><w:t>- Tin</w:t></w:r></w:p>"
    found = only_table(read_docx(word_file(table(row(cell(inner), cell("x"))))))
    assert found.cells[0].paragraphs == ("- Kế hoạch;", "- Báo cáo", "- Tin")
    assert found.cells[0].text == "- Kế hoạch; - Báo cáo - Tin"


def test_a_nested_table_is_text_of_its_cell() -> None:
    inner = table(row(cell("Chủ trì:"), cell("Phòng A")), row(cell("Phối hợp:"), cell("Phòng B"))) + paragraph("")
    found = only_table(read_docx(word_file(table(row(cell("1"), cell(inner))))))
    assert found.cells[1].paragraphs == ("Chủ trì: Phòng A", "Phối hợp: Phòng B")


def test_a_frame_around_everything_is_no_table() -> None:
    inner = paragraph("KẾ HOẠCH") + table(row(cell("a"), cell("b")))
    document = read_docx(word_file(table(row(cell(inner)))))
    assert texts(document) == ["KẾ HOẠCH"]
    assert [c.text for c in only_table(document).cells] == ["a", "b"]


def test_tables_pasted_one_after_another_are_one_when_the_header_repeats() -> None:
    first = table(row(cell("TT"), cell("Việc")), row(cell("1"), cell("Trồng cây")))
    second = table(row(cell("TT"), cell("Việc")), row(cell("2"), cell("Dọn rác")))
    found = only_table(read_docx(word_file(first + paragraph("") + second)))
    assert [c.text for c in found.cells] == ["TT", "Việc", "1", "Trồng cây", "2", "Dọn rác"]
    other = table(row(cell("TT"), cell("Chỉ tiêu")), row(cell("1"), cell("90%")))
    assert len(list(read_docx(word_file(first + other)).tables())) == 2


def test_tracked_changes_and_hidden_text() -> None:
    body = (
        "<w:p><w:r><w:t>giữ </w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r></w:p>"
    )
    assert texts(read_docx(word_file(body))) == ["giữ thêm"]


def test_deleted_rows_are_gone() -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties="<w:del/>"))
    assert only_table(read_docx(word_file(body))).row_count == 1


def test_content_controls_fields_and_signs() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ/TW\u00ad</w:t><w:tab/><w:t>năm</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>'
    )
    assert texts(read_docx(word_file(body))) == ["trong khung", "57-NQ/TW năm"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('trong ô')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read_docx(word_file(body))) == ["trong ô"]


def test_line_breaks_part_paragraphs_only_where_meant() -> None:
    body = "<w:p><w:r><w:t>Câu thứ nhất.</w:t><w:br/><w:t>Câu thứ hai bị</w:t><w:br/><w:t>ngắt dòng</w:t></w:r></w:p>"
    assert texts(read_docx(word_file(body))) == ["Câu thứ nhất.", "Câu thứ hai bị ngắt dòng"]


def test_footnotes_headers_and_footers_are_marked() -> None:
    body = '<w:p><w:r><w:t>Xã</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document = read_docx(
        word_file(
            body,
            footnotes=f'<w:footnote w:id="2">{paragraph("Chú thích")}</w:footnote>',
            footer=paragraph("Trang"),
        )
    )
    marks = [(p.text, p.is_footnote, p.is_furniture) for p in document.paragraphs()]
    assert marks == [("Xã", False, False), ("Trang", False, True), ("Chú thích", True, False)]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE w:document [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(UnreadableDocumentError, match="damaged"):
        read_docx(word_file(paragraph("&a;"), prologue=bomb))


def test_a_file_of_pictures_only_is_empty() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_docx(word_file("<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert raised.value.code == "empty"


def test_cells_know_their_line() -> None:
    found = only_table(read_docx(word_file(paragraph("a") + table(row(cell("b"), cell("c"))))))
    assert [c.place.line for c in found.cells] == [2, 3]
    assert all(isinstance(c, Cell) and c.confidence == 1.0 for c in found.cells)


def test_slivers_of_dragged_borders_are_no_columns() -> None:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (600, 90, 4000, 2000))
    body = (
        f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>"
        + row(cell("TT"), cell("Việc", span=2), cell("Hạn"))
        + row(cell("1", span=2), cell("Trồng cây"), cell("Quý I"))
        + row(cell("I. CHỈ ĐẠO", span=4))
        + "</w:tbl>"
    )
    found = only_table(read_docx(word_file(body)))
    assert found.column_count == 3
    assert [[c.text for c in line] for line in found.grid()] == [
        ["TT", "Việc", "Hạn"],
        ["1", "Trồng cây", "Quý I"],
        ["I. CHỈ ĐẠO"] * 3,
    ]


def test_columns_that_no_row_uses_are_not_there() -> None:
    body = table(row(cell("a", span=2), cell("b", span=3)), row(cell("c", span=2), cell("d", span=3)))
    assert only_table(read_docx(word_file(body))).column_count == 2


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_runs_in_fonts_older_than_unicode_are_printed_as_they_show() -> None:
    body = (
        paragraph("kÕ ho¹ch", run_properties=_font(".VnTimeH"))
        + paragraph("C¶i c¸ch hµnh chÝnh, t\xad cña x·", run_properties=_font(".VnTime"))
        + paragraph("Phoøng Vaên hoùa xaõ", run_properties=_font("VNI-Times"))
        + paragraph("Ủy ban xã", run_properties=_font("Times New Roman"))
        + table(row(cell(paragraph("§¬n vÞ", run_properties=_font(".VnTime"))), cell("Đơn vị")))
    )
    document = read_docx(word_file(body))
    assert texts(document) == ["KẾ HOẠCH", "Cải cách hành chính, tư của xã", "Phòng Văn hóa xã", "Ủy ban xã"]
    assert [c.text for c in only_table(document).cells] == ["Đơn vị", "Đơn vị"]


def test_the_font_of_a_style_counts() -> None:
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr>{_font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>"
    assert texts(read_docx(word_file(paragraph("NhiÖm vô"), styles=styles))) == ["Nhiệm vụ"]


def test_unicode_in_a_template_of_old_fonts_stays() -> None:
    body = paragraph("Kế hoạch của xã", run_properties=_font(".VnTime")) + paragraph(
        "xã và các thôn", run_properties=_font(".VnTime")
    )
    assert texts(read_docx(word_file(body))) == ["Kế hoạch của xã", "xã và các thôn"]


PRINTED_LINES = [
    "1. Công tác điều hành",
    "- Ủy ban nhân dân xã phân công từng thành viên theo dõi tiến độ và",
    "báo cáo kết quả hằng tháng; việc nào chậm phải nói rõ nguyên nhân và",
    "hướng khắc phục.",
    "- Trường hợp bất khả kháng thì xin ý kiến của Chủ tịch về thời hạn mới",
    "trước ngày 25 của tháng đó.",
]


def test_a_paragraph_for_every_printed_line_is_joined() -> None:
    body = paragraph("KẾ HOẠCH", '<w:jc w:val="center"/>') + "".join(map(paragraph, PRINTED_LINES * 4))
    expected = [PRINTED_LINES[0], " ".join(PRINTED_LINES[1:4]), " ".join(PRINTED_LINES[4:])]
    document = read_docx(word_file(body))
    assert texts(document) == ["KẾ HOẠCH", *expected * 4]
    assert [line.text for line in list(document.paragraphs())[2].lines] == PRINTED_LINES[1:4]


def test_paragraphs_of_an_author_stay_apart() -> None:
    lines = [
        "a) Việc thứ nhất phải làm xong trong quý, báo cáo bằng văn bản về bộ phận",
        "- Một việc khác không có dấu chấm ở cuối dòng và khá là dài như dòng trên",
        "trong đó có một dòng mở đầu bằng chữ thường",
    ]
    filler = ["Một đoạn văn bình thường, kết thúc bằng dấu chấm."] * 30
    assert texts(read_docx(word_file("".join(map(paragraph, [*lines, *filler]))))) == [*lines, *filler]
