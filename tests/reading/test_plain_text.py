"""Text without geometry: which lines make a paragraph, which make a table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.reading.document import Document, Table
from pipelines.reading.plain_text import read_text
from pipelines.reading.reader import read
from pipelines.text.markers import split_marker
from pipelines.text.normalise import match_key

# A page of prose as a PDF viewer copies it, lines of about 70 characters.
PROSE = [
    "II. NHIỆM VỤ TRỌNG TÂM",
    "1. Công tác điều hành",
    "- Ủy ban nhân dân xã phân công từng thành viên theo dõi tiến độ và",
    "báo cáo kết quả hằng tháng; việc nào chậm phải nói rõ nguyên nhân.",
    "Trường hợp bất khả kháng thì xin ý kiến của Chủ tịch về thời hạn mới",
    "trước ngày 25 của tháng đó.",
    "- Gắn nhiệm vụ với mục tiêu phát triển kinh tế",
    "- xã hội của địa phương, giai đoạn 2026",
    "- 2030 theo nghị quyết của Đảng bộ.",
    "Trên đây là nội dung chính./.",
]
PARAGRAPHS = [
    "II. NHIỆM VỤ TRỌNG TÂM",
    "1. Công tác điều hành",
    "- Ủy ban nhân dân xã phân công từng thành viên theo dõi tiến độ và báo cáo kết quả hằng tháng; việc nào chậm phải nói "
    "rõ nguyên nhân. Trường hợp bất khả kháng thì xin ý kiến của Chủ tịch về thời hạn mới trước ngày 25 của tháng đó.",
]


def paragraphs(text: str) -> list[str]:
    return [p.text for p in read_text(text.encode()).paragraphs() if not p.is_furniture]


def table_of(text: str) -> Table:
    (found,) = read_text(text.encode()).tables()
    return found


def rows(found: Table) -> list[list[str]]:
    return [[cell.text for cell in line] for line in found.grid()]


@pytest.mark.parametrize("between", ["\n", " \n\n", "\n \n \n"])
def test_wrapped_lines_are_joined_whatever_the_blank_lines_say(between: str) -> None:
    assert paragraphs(between.join(PROSE))[:3] == PARAGRAPHS


def test_a_blank_line_after_the_first_line_of_a_paragraph() -> None:
    lines = PROSE.copy()
    lines[3] = "\n" + lines[3]
    assert paragraphs("\n".join(lines))[:3] == PARAGRAPHS


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    text = "\n".join(
        [
            "- Gắn các nhiệm vụ cải cách với mục tiêu phát triển bền vững kinh tế",
            "- xã hội của địa phương và các chương trình lớn trong giai đoạn 2026",
            "- 2030 theo nghị quyết của Đảng bộ.",
            "- Ý khác.",
        ]
    )
    assert len(paragraphs(text)) == 2


def test_furniture_does_not_interrupt_a_paragraph() -> None:
    lines = [*PROSE[:3], "2026-01-14T16:49:36+0700", "https://example.vn/trang", *PROSE[3:]]
    document = read_text("\n".join(lines).encode())
    assert [p.text for p in document.paragraphs() if not p.is_furniture][:3] == PARAGRAPHS
    assert sum(p.is_furniture for p in document.paragraphs()) == 2


def test_every_line_is_kept_with_its_number() -> None:
    document = read_text("\n\n".join(PROSE).encode())
    kept = sorted((line.place.line or 0, line.text) for p in document.paragraphs() for line in p.lines)
    assert kept == [(1 + 2 * index, line) for index, line in enumerate(PROSE)]


def test_form_feeds_are_pages() -> None:
    document = read_text(b"Mot\fHai\n\fBa")
    assert document.page_count == 3
    assert [p.place.page for p in document.paragraphs()] == [1, 2, 3]


def test_page_numbers_next_to_form_feeds_are_furniture() -> None:
    text = "\n".join(PROSE[:3]) + "\n\f2\n" + "\n".join(PROSE[3:6]) + "\n\f3\n" + "\n".join(PROSE[6:])
    assert paragraphs(text)[:3] == PARAGRAPHS


def test_a_footnote_in_the_middle_of_a_paragraph() -> None:
    lines = [
        "- Ủy ban nhân dân xã giao cho các thành viên phụ trách lĩnh vực của xã1 theo dõi",
        "tiến độ, kịp thời nhắc nhở những đơn vị chậm trễ trong việc cập nhật số liệu và",
        "1 Gồm sáu lĩnh vực theo chương trình tổng thể.",
        "báo cáo kết quả theo từng quý cho lãnh đạo biết.",
    ]
    document = read_text("\n".join(lines).encode())
    notes = [p.text for p in document.paragraphs() if p.is_footnote]
    assert notes == ["1 Gồm sáu lĩnh vực theo chương trình tổng thể."]
    assert next(iter(document.paragraphs())).text.endswith(
        "số liệu và báo cáo kết quả theo từng quý cho lãnh đạo biết."
    )


def test_bold_marks_are_styling() -> None:
    document = read_text("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n- **Giai đoạn đầu:** làm thử".encode())
    assert [(p.text, p.bold) for p in document.paragraphs()] == [
        ("KT. CHỦ TỊCH", True),
        ("PHÓ CHỦ TỊCH", True),
        ("- Giai đoạn đầu: làm thử", None),
    ]


HEADER = "STT\tNhiệm vụ\tChủ trì\tThời gian"


def test_lines_with_tabs_are_a_table() -> None:
    found = table_of(
        f"Phụ lục\n\n{HEADER}\nI\tCHỈ ĐẠO\t\t\n1\tTrồng cây\tPhòng A\tQuý I\nII CẢI CÁCH\n2\tDọn rác\tPhòng B\n"
    )
    assert rows(found) == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I", "CHỈ ĐẠO", "", ""],
        ["1", "Trồng cây", "Phòng A", "Quý I"],
        ["II CẢI CÁCH"] * 4,
        ["2", "Dọn rác", "Phòng B", ""],
    ]
    assert [cell.place.line for cell in found.cells if cell.column == 0] == [3, 4, 5, 6, 7]


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    text = f"{HEADER}\n1\tTrồng cây dọc các tuyến\tPhòng A\tQuý I\n\n{HEADER}\n\tđường trong xã\t\t\n2\tDọn rác\tPhòng B\tQuý II"
    assert rows(table_of(text))[1:] == [
        ["1", "Trồng cây dọc các tuyến đường trong xã", "Phòng A", "Quý I"],
        ["2", "Dọn rác", "Phòng B", "Quý II"],
    ]


def test_line_breaks_inside_a_cell() -> None:
    text = f"{HEADER}\n1\tTrồng cây\t- Phòng A\n- Phòng B\tQuý I\n2\tDọn rác\tPhòng C\tQuý II\n- Báo cáo sau"
    found = table_of(text)
    assert rows(found)[1] == ["1", "Trồng cây", "- Phòng A - Phòng B", "Quý I"]
    assert found.grid()[1][2].paragraphs == ("- Phòng A", "- Phòng B")
    assert rows(found)[2][3] == "Quý II"


def test_a_caption_parts_two_tables() -> None:
    first = f"{HEADER}\n1\ta\tb\tc"
    document = read_text(f"{first}\n\nPhụ lục II\nDANH MỤC\n\n{first}".encode())
    assert [type(block).__name__ for block in document.blocks] == ["Table", "Paragraph", "Paragraph", "Table"]


@pytest.mark.shared
def test_provisions_of_the_real_plans_are_paragraphs(shared_dir: Path) -> None:
    found = total = 0
    for path in sorted((shared_dir / "plans" / "text").glob("*.txt")):
        truth = json.loads((shared_dir / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
        keys = _paragraph_keys(read(path.read_bytes(), path.name))
        total += len(truth["provisions"])
        found += sum(match_key(provision["text"]) in keys for provision in truth["provisions"])
    assert found >= 0.99 * total


def _paragraph_keys(document: Document) -> set[str]:
    printed = [p.text for p in document.paragraphs() if not p.is_furniture and not p.is_footnote]
    return {match_key(text) for text in printed} | {match_key(split_marker(text)[1]) for text in printed}


@pytest.mark.parametrize("ending", ["chuyển đổi số", "chính quyền số", "kinh tế số", "cơ sở dữ liệu số", "dân số"])
def test_a_full_line_that_ends_in_digital_ends_its_heading(ending: str) -> None:
    heading = f"7. Xây dựng, phát triển hạ tầng và nhân lực phục vụ {ending}"
    lines = [*PROSE[2:6] * 3, heading, "a) Rà soát trang thiết bị của từng bộ phận.", *PROSE[2:6]]
    assert heading in paragraphs("\n".join(lines))


def test_a_number_wrapped_after_so_goes_on() -> None:
    lines = [
        *PROSE[2:6],
        "- Các bộ phận tiếp tục thực hiện nghiêm túc Quyết định số",
        "15. và phụ lục kèm theo.",
        *PROSE[2:6],
    ]
    assert "- Các bộ phận tiếp tục thực hiện nghiêm túc Quyết định số 15. và phụ lục kèm theo." in paragraphs(
        "\n".join(lines)
    )


@pytest.mark.parametrize(("before", "after"), [("Phòng Văn hóa", "- Xã hội)"), ("an toàn kinh tế", "– Xã hội của xã")])
def test_a_dash_inside_a_name_opens_no_item(before: str, after: str) -> None:
    first = f"Khó khăn, vướng mắc thì các bộ phận báo cáo về xã (qua {before}"
    lines = [*PROSE[2:6], first, f"{after} để xem xét.", *PROSE[2:6]]
    assert f"{first} {after} để xem xét." in paragraphs("\n".join(lines))


OLD_TEXT = "Phßng V¨n hãa chñ tr×, phèi hîp víi V¨n phßng x· theo dâi viÖc thùc hiÖn kÕ ho¹ch n¨m 2026 cña x·."
IN_UNICODE = "Phòng Văn hóa chủ trì, phối hợp với Văn phòng xã theo dõi việc thực hiện kế hoạch năm 2026 của xã."


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-16"])
def test_text_of_old_fonts_is_read_whatever_it_was_saved_as(encoding: str) -> None:
    assert [p.text for p in read_text(OLD_TEXT.encode(encoding)).paragraphs()] == [IN_UNICODE]


def test_place_and_date_end_a_paragraph_and_a_kind_alone_opens_one() -> None:
    head = "Số: 15/KH-UBND\nCư Prao, ngày 20 tháng 01 năm 2026\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n"
    assert paragraphs(head)[1:3] == ["Cư Prao, ngày 20 tháng 01 năm 2026", "KẾ HOẠCH"]


def test_rows_with_bars_are_a_table_with_its_blank_cells() -> None:
    text = (
        "| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n| --- | --- | --- | --- |\n"
        "| I | Cải cách thể chế | | |\n| 1 | Rà soát quy chế | | Quý I |\n| | Đăng công báo | Phòng Kinh tế | Quý II |\n"
    )
    assert rows(table_of(text)) == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["I", "Cải cách thể chế", "", ""],
        ["1", "Rà soát quy chế", "", "Quý I"],
        ["", "Đăng công báo", "Phòng Kinh tế", "Quý II"],
    ]


def test_rules_between_rows_with_bars_part_rows_of_several_lines() -> None:
    rule = "+----+----------+---------+\n"
    text = (
        f"{rule}| TT | Nhiệm vụ | Chủ trì |\n{rule}| 1  | Rà soát  | Phòng   |\n|    | quy chế  | Kinh tế |\n"
        f"{rule}| 2  | Họp dân  | Trưởng thôn |\n{rule}"
    )
    assert rows(table_of(text)) == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát quy chế", "Phòng Kinh tế"],
        ["2", "Họp dân", "Trưởng thôn"],
    ]


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    document = read_text("Liên hệ: Văn phòng | Trụ sở xã | Thôn Đông\nGiờ làm việc buổi sáng và buổi chiều.\n".encode())
    assert not list(document.tables())
