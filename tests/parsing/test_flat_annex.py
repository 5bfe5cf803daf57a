"""Tables rebuilt from text whose cells stand one after another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.parsing.flat.header import Role, column_order, split_labels
from pipelines.parsing.flat_annex import rebuild_tables
from pipelines.reading.document import Paragraph, Place, Table, TextLine
from tests.parsing.flat_typesetting import typeset

TEXTS = Path(__file__).parent / "flat_texts"
# Measured over 120 seeds of 16 rows: 99.9 % of the cells, no seed below 98 %.
LEAST_CELLS = 0.99


def paragraphs(lines: list[str]) -> list[Paragraph]:
    printed = [TextLine(text, Place(line=number)) for number, text in enumerate(lines, start=1) if text.strip()]
    return [Paragraph(line.text, line.place, (line,)) for line in printed]


def rows_of(table: Table) -> list[list[str]]:
    """Texts of the rows under the header; a row over the whole width is one text."""
    rows = table.grid()[1:]
    return [[row[0].text] if row[0].column_span == table.column_count else [cell.text for cell in row] for row in rows]


def rebuilt(text: str) -> list[list[str]]:
    tables = rebuild_tables(paragraphs(text.split("\n")))
    assert len(tables) == 1
    return rows_of(tables[0])


def share_of_cells(expected: list[list[str]], got: list[list[str]]) -> float:
    right = sum(
        a == b
        for wanted, found in zip(expected, got, strict=False)
        if len(wanted) == len(found)
        for a, b in zip(wanted, found, strict=True)
    )
    return right / sum(len(row) for row in expected)


def test_typeset_annexes_are_rebuilt() -> None:
    shares = []
    for seed in range(6):
        annex = typeset(seed, rows=11)
        (table,) = rebuild_tables(paragraphs(annex.lines))
        assert [cell.text for cell in table.grid()[0]] == annex.labels
        shares.append(share_of_cells(annex.rows, rows_of(table)))
    assert sum(shares) / len(shares) >= LEAST_CELLS


@pytest.mark.parametrize("name", ["content_order_a", "content_order_b"])
def test_text_extracted_from_a_pdf(name: str) -> None:
    expected = json.loads((TEXTS / f"{name}.json").read_text(encoding="utf-8"))
    (table,) = rebuild_tables(paragraphs((TEXTS / f"{name}.txt").read_text(encoding="utf-8").split("\n")))
    assert [cell.text for cell in table.grid()[0]] == expected["labels"]
    assert share_of_cells(expected["rows"], rows_of(table)) >= LEAST_CELLS


CUT_BY_PAGE = """TT Nội dung công việc Chủ trì Phối hợp Thời gian Sản phẩm
I CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1
Lập danh mục thủ tục được tiếp nhận
không phụ thuộc nơi cư trú
Trung tâm Phục vụ
hành chính công
Các phòng chuyên
môn
Quý I/2027
Danh mục
2
Mở điểm hỗ trợ người dân nộp hồ sơ
qua mạng tại nhà sinh hoạt cộng đồng
Trung tâm Phục vụ
Các phòng chuyên
Thường xuyên
Báo cáo
TT Nội dung công việc Chủ trì Phối hợp Thời gian Sản phẩm
của từng thôn, ấp
hành chính công
môn
3
Niêm yết lịch tiếp công dân
Trung tâm Phục vụ
hành chính công
Các phòng chuyên
môn
Quý II/2027
Thông báo
4
Số hóa hồ sơ còn hiệu lực
Trung tâm Phục vụ
hành chính công
Các phòng chuyên
môn
Quý III/2027
Báo cáo
"""


def test_cells_cut_by_a_page_break_are_made_whole() -> None:
    rows = rebuilt(CUT_BY_PAGE)
    assert rows[2] == [
        "2",
        "Mở điểm hỗ trợ người dân nộp hồ sơ qua mạng tại nhà sinh hoạt cộng đồng của từng thôn, ấp",
        "Trung tâm Phục vụ hành chính công",
        "Các phòng chuyên môn",
        "Thường xuyên",
        "Báo cáo",
    ]
    assert [row[0] for row in rows] == ["I CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "1", "2", "3", "4"]


SUB_ROWS = """STT Nhiệm vụ Đơn vị chủ trì Thời hạn Kết quả
Nội dung 1. Công tác chỉ đạo, điều hành
1 Công tác tuyên truyền về cải cách hành chính
Đăng bài trên trang thông tin điện tử của
phường và trang của từng khu phố
Phòng Văn hóa -
Xã hội
Hằng tháng Báo cáo
Phát thanh trên hệ thống truyền thanh cơ sở
vào các buổi chiều trong tuần
Phòng Văn hóa -
Xã hội
Hằng quý Báo cáo
2 Tổ chức gặp mặt doanh nghiệp trên địa bàn
Phòng Kinh tế
Quý II/2027
Kế hoạch
3 Kiểm tra việc trả kết quả đúng hẹn của bộ
phận một cửa và các khu phố
Phòng Văn hóa -
Xã hội
Quý IV/2027
Kế hoạch
Tổng cộng: 03 nhiệm vụ
2027-01-05T10:12:13+0700
"""


def test_sub_rows_have_no_ordinal_and_furniture_is_dropped() -> None:
    rows = rebuilt(SUB_ROWS)
    assert [row[0] for row in rows] == [
        "Nội dung 1. Công tác chỉ đạo, điều hành", "1", "", "", "2", "3", "Tổng cộng: 03 nhiệm vụ",
    ]  # fmt: skip
    assert rows[1][2:] == ["", "", ""]
    assert rows[2] == [
        "", "Đăng bài trên trang thông tin điện tử của phường và trang của từng khu phố", "Phòng Văn hóa - Xã hội",
        "Hằng tháng", "Báo cáo",
    ]  # fmt: skip


def test_cells_know_the_line_they_are_printed_on() -> None:
    (table,) = rebuild_tables(paragraphs(SUB_ROWS.split("\n")))
    assert table.header_row_count == 1
    assert [row[1].place.line for row in table.grid()[2:4]] == [3, 4]


def test_text_without_a_table_header_is_no_table() -> None:
    assert rebuild_tables(paragraphs(["1. Mục đích", "Nâng cao chất lượng phục vụ người dân."])) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("STT Tên nhiệm vụ Chủ trì Phối hợp Sản phẩm Thời gian", "number task lead coordinating output deadline"),
        ("TT Mục tiêu Nhiệm vụ Hoạt động Kết quả/Sản phẩm", "number objective task activity output"),
        ("TT Nội dung Đơn vị thực hiện Thời hạn hoàn thành Ghi chú", "number task responsible deadline note"),
        ("TT Nhiệm vụ Kinh phí Dự kiến sản phẩm", "number task budget output"),
        ("TT Nhiệm vụ Đơn vị thực hiện Phối hợp Tiến độ", "number task lead coordinating deadline"),
        ("TT Nhiệm vụ Cơ quan chủ trì Đơn vị tham gia Lộ trình", "number task lead coordinating deadline"),
        ("TT Nhiệm vụ Phân công thực hiện Thời hạn Văn bản/sản phẩm", "number task responsible deadline output"),
        ("S ố T T Nhiệm vụ Chủ trì Phối hợp Thời gian", "number task lead coordinating deadline"),
        ("ST T Nhiệm vụ Chủ trì Phối hợp Thời gian", "number task lead coordinating deadline"),
        ("TT Tên chỉ tiêu ĐVT Thực hiện năm 2026 Chỉ tiêu năm 2027", "number indicator measure value value"),
    ],
)
def test_header_is_cut_into_labels(text: str, roles: str) -> None:
    assert [column.role for column in split_labels(text)] == [Role(role) for role in roles.split()]


@pytest.mark.parametrize(
    "text",
    [
        "STT Nhiệm vụ Sản phẩm Trách nhiệm cụ thể Thời hạn Cơ quan chủ trì Cơ quan phối hợp",
        "Trách nhiệm cụ thể Thời hạn STT Nhiệm vụ Sản phẩm Cơ quan chủ trì Cơ quan phối hợp",
        "STT Nhiệm vụ Sản phẩm Phân công thực hiện Chủ trì Phối hợp Thời hạn",
        "STT Nhiệm vụ Sản phẩm Phân công trách nhiệm Thời hạn Đơn vị thực hiện Cơ quan phối hợp",
    ],
)
def test_header_of_two_levels(text: str) -> None:
    roles = [column.role.value for column in column_order(text)]
    assert roles == ["number", "task", "output", "lead", "coordinating", "deadline"]


NARROW_COLUMNS = """ST
T
Nhiệm vụ Thời hạn Chủ trì Phối hợp Kết quả
1.
1
Treo pa nô tại các khu phố ngày 15 tháng 3 Trưởng Công an
phường
Các khu phố Báo cáo
1.
2
Lắp màn hình tra cứu hồ sơ Quý III-IV Văn phòng HĐND và UBND Thường trực
HĐND phường
Danh sách; Tờ trình
2.
1
Sơn lại bảng chỉ dẫn Hằng quý Phòng Kinh tế; Trạm
Y tế
Các khu phố Biên bản
"""


def test_ordinals_broken_by_a_narrow_column_are_joined() -> None:
    assert rebuilt(NARROW_COLUMNS) == [
        ["1.1", "Treo pa nô tại các khu phố", "ngày 15 tháng 3", "Trưởng Công an phường", "Các khu phố", "Báo cáo"],
        [
            "1.2", "Lắp màn hình tra cứu hồ sơ", "Quý III-IV", "Văn phòng HĐND và UBND", "Thường trực HĐND phường",
            "Danh sách; Tờ trình",
        ],
        ["2.1", "Sơn lại bảng chỉ dẫn", "Hằng quý", "Phòng Kinh tế; Trạm Y tế", "Các khu phố", "Biên bản"],
    ]  # fmt: skip


LETTERED_SUB_ROWS = """TT Nhiệm vụ Chủ trì Thời hạn Kết quả
1 Mở hòm thư góp ý Phòng Kinh tế Quý I Báo cáo
2 Chỉnh trang bộ phận một cửa
a) Kê thêm ghế chờ cho người cao tuổi Trạm Y tế 6 tháng cuối năm Báo cáo
b) Sửa hệ thống chiếu sáng Phòng Kinh tế Quý II Biên bản
3 Lập sổ theo dõi hồ sơ trả lại Trạm Y tế Hằng tháng Báo cáo
"""


def test_letters_count_below_the_number_they_follow() -> None:
    rows = rebuilt(LETTERED_SUB_ROWS)
    assert [row[0] for row in rows] == ["1", "2", "a)", "b)", "3"]
    assert rows[2][1:] == ["Kê thêm ghế chờ cho người cao tuổi", "Trạm Y tế", "6 tháng cuối năm", "Báo cáo"]


TARGETS = """TT Tên chỉ tiêu Đơn vị tính Thực hiện
năm 2026
Chỉ tiêu
năm 2027
Đơn vị chịu
trách nhiệm
1 Hồ sơ được hẹn qua tin nhắn % 41 ≥55 Phòng Kinh tế
2 Khu phố có điểm truy cập mạng
miễn phí
% 60 trên 75 Phòng Văn hóa –
Xã hội
3 Mô hình tự quản kiểu mới mô hình 1 2 Công an phường
4 Điểm đánh giá của người dân điểm 88,5 90-92 Trạm Y tế
TT Tên chỉ tiêu Đơn vị tính Thực hiện
năm 2026
Chỉ tiêu
năm 2027
Đơn vị chịu
trách nhiệm
phường
5 Lớp học buổi tối về chuyển đổi số lớp 3 tối thiểu 4 Công an
"""


def test_target_tables_are_cut_at_signs_counting_nouns_and_comparisons() -> None:
    rows = rebuilt(TARGETS)
    assert [row[2:5] for row in rows] == [
        ["%", "41", "≥55"],
        ["%", "60", "trên 75"],
        ["mô hình", "1", "2"],
        ["điểm", "88,5", "90-92"],
        ["lớp", "3", "tối thiểu 4"],
    ]


def test_the_end_of_a_cell_after_a_repeated_header_is_no_part_of_it() -> None:
    (table,) = rebuild_tables(paragraphs(TARGETS.split("\n")))
    assert [cell.text for cell in table.grid()[0]][-1] == "Đơn vị chịu trách nhiệm"


YEARS_BEFORE_A_HEADER = """TT Nhiệm vụ Chủ trì Phối hợp Kết quả Thời gian
1 Mở hòm thư góp ý Phòng Kinh tế Các khu phố Báo cáo Hằng năm
2 Treo bảng chỉ dẫn Trạm Y tế Các khu phố Kế hoạch thực hiện
2027 - 2030
TT Nhiệm vụ Chủ trì Phối hợp Kết quả Thời gian
3 Lập sổ theo dõi hồ sơ trả lại Trạm Y tế Các khu phố Báo cáo Hằng năm
"""


def test_a_deadline_of_years_before_a_repeated_header_is_no_part_of_it() -> None:
    (table,) = rebuild_tables(paragraphs(YEARS_BEFORE_A_HEADER.split("\n")))
    assert [cell.text for cell in table.grid()[0]][-1] == "Thời gian"
    assert " ".join(rows_of(table)[1][-2:]).strip() == "Kế hoạch thực hiện 2027 - 2030"
