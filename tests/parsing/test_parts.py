"""Where one part of an issued document ends and the next begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipelines.parsing.classify import classify
from pipelines.parsing.header import parse_header
from pipelines.parsing.lines import text_of
from pipelines.parsing.parts import Parts, split_parts
from pipelines.reading.document import Block, Document, Paragraph, Place, TextLine
from tests.parsing.documents import LETTERHEAD, SIGNATURE, document, table

TITLE = ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "của xã Suối Trai")
PREAMBLE = ("Căn cứ Kế hoạch số 8/KH-UBND của tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",)
BODY = ("I. MỤC ĐÍCH", "- Gần dân hơn.", "II. TỔ CHỨC THỰC HIỆN", "- Các phòng làm theo.", "Trên đây là Kế hoạch./.")
ANNEX = ("Phụ lục", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 17/KH-UBND ngày 09 tháng 01 năm 2026)")
TASKS = table(("TT", "Nhiệm vụ", "Chủ trì"), *((str(i), f"Việc {i}", "Văn phòng") for i in range(1, 9)))
LAYOUT_SIGNATURE = table(("Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Thị Hạnh"))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [text_of(block) for block in blocks]


def parts_of(*blocks: str | Block) -> Parts:
    return split_parts(document(*blocks))


def test_usual_order() -> None:
    parts = parts_of(*LETTERHEAD, *TITLE, *PREAMBLE, *BODY, *SIGNATURE, *ANNEX, TASKS)
    assert texts(parts.letterhead) == list(LETTERHEAD)
    assert texts(parts.title) == list(TITLE)
    assert texts(parts.preamble) == list(PREAMBLE)
    assert texts(parts.body) == list(BODY)
    assert texts(parts.recipients) == list(SIGNATURE[:3])
    assert texts(parts.signature) == list(SIGNATURE[3:])
    (annex,) = parts.annexes
    assert (annex.label, annex.title, annex.caption) == ANNEX
    assert annex.blocks == (TASKS,)


def test_signature_in_a_layout_table_is_signature_and_recipients() -> None:
    parts = parts_of(*TITLE, *PREAMBLE, *BODY, LAYOUT_SIGNATURE, *ANNEX, TASKS)
    assert parts.signature == parts.recipients == (LAYOUT_SIGNATURE,)
    assert len(parts.annexes) == 1


def test_annex_in_front_of_the_signature() -> None:
    parts = parts_of(*TITLE, *PREAMBLE, *BODY, *ANNEX, TASKS, *SIGNATURE)
    assert texts(parts.body) == list(BODY)
    assert [annex.blocks for annex in parts.annexes] == [(TASKS,)]
    assert texts(parts.signature) == list(SIGNATURE[3:])


def test_task_table_inside_the_body_stays_there() -> None:
    parts = parts_of(*TITLE, *PREAMBLE, *BODY[:2], TASKS, *BODY[2:], *SIGNATURE)
    assert TASKS in parts.body
    assert parts.annexes == ()


def test_several_annexes_of_cells_one_after_another() -> None:
    cells = ("TT", "Nhiệm vụ", "1", "Rà soát văn bản", "Văn phòng")
    second = ("Phụ lục II: CHỈ TIÊU", "(Kèm theo Kế hoạch số 17/KH-UBND)", "TT", "Chỉ tiêu", "1", "Hồ sơ đúng hạn")
    parts = parts_of(*TITLE, *PREAMBLE, *BODY, *SIGNATURE, *ANNEX, *cells, *second)
    assert [annex.label for annex in parts.annexes] == ["Phụ lục", "Phụ lục II"]
    assert texts(parts.annexes[0].blocks) == list(cells)
    assert parts.annexes[1].title == "CHỈ TIÊU"


def test_table_after_the_signature_without_a_label_is_an_annex() -> None:
    parts = parts_of(*TITLE, *PREAMBLE, *BODY, *SIGNATURE, "BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026", TASKS)
    (annex,) = parts.annexes
    assert (annex.label, annex.title) == (None, "BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026")


def test_sentence_about_an_annex_opens_none() -> None:
    parts = parts_of(
        *TITLE, *PREAMBLE, *BODY[:4], "Phụ lục I kèm theo Kế hoạch này gồm các nhiệm vụ của năm.", *SIGNATURE
    )
    assert parts.annexes == ()


def test_decision_in_front_of_the_plan() -> None:
    decision = (
        "QUYẾT ĐỊNH",
        "Về việc ban hành Kế hoạch cải cách hành chính năm 2026",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    )
    own = ("ỦY BAN NHÂN DÂN", "XÃ SUỐI TRAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    caption = "(Ban hành kèm theo Quyết định số 17/QĐ-UBND ngày 09 tháng 01 năm 2026 của UBND xã Suối Trai)"
    parts = parts_of(*LETTERHEAD, *decision, *SIGNATURE, *own, *TITLE, caption, *BODY)
    assert texts(parts.letterhead) == [*LETTERHEAD, *own]
    assert texts(parts.decision) == list(decision)
    assert texts(parts.title) == [*TITLE, caption]
    assert texts(parts.body) == list(BODY)
    assert texts(parts.signature) == list(SIGNATURE[3:])


def test_title_and_preamble_joined_by_the_reader_are_parted() -> None:
    lines = (
        "Phát động thi đua thực hiện",
        "cải cách hành chính năm 2026",
        "Thực hiện Kế hoạch số 8/KH-UBND của tỉnh,",
        "UBND xã ban hành Kế hoạch như sau:",
    )
    joined = Paragraph(
        " ".join(lines), Place(line=2), tuple(TextLine(line, Place(line=i)) for i, line in enumerate(lines, 2))
    )
    parts = parts_of("KẾ HOẠCH", joined, *BODY)
    assert texts(parts.title) == ["KẾ HOẠCH", "Phát động thi đua thực hiện cải cách hành chính năm 2026"]
    assert texts(parts.preamble) == [" ".join(lines[2:])]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026",), ["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"]),
        (("K Ế  H O Ạ C H", "Cải cách hành chính năm 2026"), ["K Ế  H O Ạ C H", "Cải cách hành chính năm 2026"]),
        (("KẾ HOẠCH", "Thực hiện Chương trình cải cách hành chính"), ["KẾ HOẠCH", "Thực hiện Chương trình cải cách hành chính"]),
    ],
)  # fmt: skip
def test_title_lines(lines: tuple[str, ...], title: list[str]) -> None:
    assert texts(parts_of(*LETTERHEAD, *lines, *PREAMBLE, *BODY).title) == title


def test_furniture_is_dropped_and_footnotes_stand_apart() -> None:
    made = document(*TITLE, *PREAMBLE, *BODY)
    note = Paragraph("1 Gồm bảy lĩnh vực.", Place(), is_footnote=True)
    number = Paragraph("2", Place(), is_furniture=True)
    blocks = (*made.blocks[:6], note, number, *made.blocks[6:])
    parts = split_parts(replace(made, blocks=blocks))
    assert parts.footnotes == (note,)
    assert texts(parts.body) == list(BODY)


def test_a_footnote_printed_on_in_the_text_is_taken_out() -> None:
    body = (
        "I. MỤC ĐÍCH",
        "- Bảy lĩnh vực của xã1 về cải cách.",
        "- Gọn việc. 1 Gồm thể chế, thủ tục.",
        "- Cấp độ 1 Trung bình.",
    )
    parts = parts_of(*TITLE, *PREAMBLE, *body)
    assert texts(parts.body) == [*body[:2], "- Gọn việc.", body[3]]
    assert texts(parts.footnotes) == ["1 Gồm thể chế, thủ tục."]


def test_rulings_drawn_with_characters_are_dropped() -> None:
    parts = parts_of("KẾ HOẠCH", TITLE[1], "--------------", *PREAMBLE, *BODY)
    assert texts(parts.title) == ["KẾ HOẠCH", TITLE[1]]


def test_a_body_without_numbers_starts_after_the_preamble() -> None:
    parts = parts_of(*TITLE, *PREAMBLE, "- Niêm yết thủ tục;", "- Trực cả thứ bảy.", *SIGNATURE)
    assert texts(parts.body) == ["- Niêm yết thủ tục;", "- Trực cả thứ bảy."]


def test_an_empty_document_has_no_parts() -> None:
    assert split_parts(Document("txt", ())) == Parts()


LONE_TITLE = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027"
LONE_CAPTION = "(Kèm theo Kế hoạch số 9/KH-UBND ngày 04/01/2027 của UBND xã Bình Sơn)"


@pytest.mark.parametrize("head", [(), ("PHỤ LỤC",), LETTERHEAD[:2], ("UBND XÃ BÌNH SƠN", "Phụ lục I")])
def test_an_annex_that_stands_alone(head: tuple[str, ...]) -> None:
    parts = parts_of(*head, LONE_TITLE, LONE_CAPTION, TASKS)
    assert not parts.title and not parts.body
    (annex,) = parts.annexes
    assert (annex.title, annex.caption, annex.blocks) == (LONE_TITLE, LONE_CAPTION, (TASKS,))
    verdict = classify(parts, None)
    assert (verdict.kind_text, verdict.code) == ("Phụ lục", None)
    header = parse_header(parts, verdict, "0" * 64)
    assert (header.title, header.document_number_text, header.period_text) == (LONE_TITLE, "9/KH-UBND", "NĂM 2027")


@pytest.mark.parametrize(
    "title", [("KẾ HOẠCH", "TRIỂN KHAI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"), ("KẾ HOẠCH TRIỂN KHAI NHIỆM VỤ CẢI CÁCH",)]
)
def test_a_plan_whose_title_names_tasks_is_no_lone_annex(title: tuple[str, ...]) -> None:
    parts = parts_of(*title, *BODY, TASKS)
    assert texts(parts.title) == list(title)


@pytest.mark.parametrize("heading", ["II. NHIỆM VỤ TRỌNG TÂM", "Bảng 1. Danh mục nhiệm vụ"])
def test_a_heading_over_a_table_in_the_text_opens_no_annex(heading: str) -> None:
    parts = parts_of(*TITLE, *PREAMBLE, "I. MỤC ĐÍCH", "- Gần dân hơn.", heading, TASKS, *BODY[2:], *SIGNATURE)
    assert parts.annexes == ()
    assert texts(parts.body)[-3:] == list(BODY[2:])


def test_a_numbered_heading_over_the_first_table_is_no_part_of_the_annex_title() -> None:
    parts = split_parts(
        document(
            *LETTERHEAD,
            "KẾ HOẠCH",
            "Cải cách hành chính năm 2026",
            "I. NHIỆM VỤ",
            "Theo Phụ lục.",
            *SIGNATURE,
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ",
            "**1. Cải cách thể chế**",
            table(("Nhiệm vụ", "Chủ trì"), ("Rà soát văn bản", "Văn phòng")),
        )
    )
    (annex,) = parts.annexes
    assert annex.title == "PHÂN CÔNG NHIỆM VỤ"
    assert text_of(annex.blocks[0]) == "1. Cải cách thể chế"
