"""Text whose columns are kept apart by spaces."""

from __future__ import annotations

from pipelines.reading.document import Paragraph, Table
from pipelines.reading.reader import read

TYPESCRIPT = """\
      ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ SUỐI TRAI                          Độc lập - Tự do - Hạnh phúc

                             PHỤ LỤC
              DANH MỤC VIỆC CẦN LÀM TRONG NĂM 2026

TT     Nội dung                        Chủ trì             Thời hạn          Sản phẩm
I. CÔNG TÁC CHỈ ĐẠO
1      Treo bảng chỉ dẫn tại cổng      Phòng Kinh tế       Tháng 3/2026      Biên bản
       từng nhà văn hóa thôn
2      Lập sổ theo dõi hồ sơ bị        Trung tâm Phục      Hằng tháng        Báo cáo tháng
       trả lại                         vụ hành chính                         của bộ phận
                                       công
3      Mở hòm thư góp ý                Công an xã          Quý II/2026       Kế hoạch
\f4      Chỉnh trang phòng chờ           Trạm Y tế           Quý III/2026      Báo cáo
5      Bố trí người hướng dẫn          Phòng Kinh tế       Thường xuyên      Báo cáo
6      Phát phiếu lấy ý kiến           Trạm Y tế           Hằng quý          Phiếu
"""


def test_columns_kept_apart_by_spaces_are_a_table() -> None:
    document = read(TYPESCRIPT.encode(), "phu-luc.txt")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    rows = [[cell.text for cell in row] for row in table.grid()]
    assert rows[0] == ["TT", "Nội dung", "Chủ trì", "Thời hạn", "Sản phẩm"]
    assert rows[2] == [
        "1", "Treo bảng chỉ dẫn tại cổng từng nhà văn hóa thôn", "Phòng Kinh tế", "Tháng 3/2026", "Biên bản",
    ]  # fmt: skip
    assert rows[3][2:] == ["Trung tâm Phục vụ hành chính công", "Hằng tháng", "Báo cáo tháng của bộ phận"]
    assert [row[0] for row in rows[2:]] == ["1", "2", "3", "4", "5", "6"]


def test_cells_and_paragraphs_know_their_line_and_page() -> None:
    document = read(TYPESCRIPT.encode(), "phu-luc.txt")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    lines = TYPESCRIPT.split("\n")
    for row in table.grid()[2:]:
        (place,) = row[0].places
        assert place.line is not None
        assert lines[place.line - 1].lstrip("\f").startswith(row[0].text)
        assert place.page == (1 if int(row[0].text) < 4 else 2)
    (title,) = [b for b in document.blocks if isinstance(b, Paragraph) and b.text.startswith("PHỤ LỤC")]
    assert title.place.line == 4
    assert title.bold is None


def test_prose_with_a_few_wide_gaps_is_no_typescript() -> None:
    prose = "Số:      /KH-UBND        Suối Trai, ngày      tháng      năm 2026\n" + "Một đoạn văn bình thường.\n" * 9
    document = read(prose.encode(), "ke-hoach.txt")
    assert not any(isinstance(block, Table) for block in document.blocks)
