"""Outlines of many shapes: each line of a body, and where it should stand."""

from __future__ import annotations

import pytest

from pipelines.parsing.provisions import parse_provisions
from tests.parsing.documents import paragraphs

# Lines of a body -> (path of markers, marker, first words) of each provision.
OUTLINES: dict[str, tuple[tuple[str, ...], list[tuple[str, str, str]]]] = {
    "roman, number, dash": (
        ("I. MỤC ĐÍCH", "1. Mục đích", "- Làm rõ việc phải làm.", "2. Yêu cầu", "- Rõ người, rõ việc.", "II. KINH PHÍ", "Từ ngân sách xã."),
        [("I 1", "-", "Làm rõ"), ("I 2", "-", "Rõ người"), ("II", "", "Từ ngân sách")],
    ),
    "dotted numbers, parentheses": (
        ("II. NHIỆM VỤ", "1. Thể chế", "1.1. Mục tiêu", "- Đủ văn bản.", "1.2. Nhiệm vụ", "(1) Rà soát văn bản.", "(2) Tự kiểm tra văn bản.", "2. Thủ tục", "2.1. Mục tiêu", "Giảm giấy tờ cho dân."),
        [("II 1 1.1", "-", "Đủ"), ("II 1 1.2", "(1)", "Rà soát"), ("II 1 1.2", "(2)", "Tự kiểm"), ("II 2 2.1", "", "Giảm")],
    ),
    "letters are headings only over deeper items": (
        ("II. NHIỆM VỤ", "1. Thủ tục", "a) Niêm yết thủ tục tại trụ sở.", "b) Đơn giản hóa thủ tục", "- Bỏ giấy tờ trùng.", "- Rút ngày giải quyết.", "c) Xin lỗi khi trễ hẹn."),
        [("II 1", "a)", "Niêm yết"), ("II 1 b)", "-", "Bỏ giấy"), ("II 1 b)", "-", "Rút ngày"), ("II 1", "c)", "Xin lỗi")],
    ),
    "dash over plus": (
        ("I. MỤC TIÊU", "- Giai đoạn đầu:", "+ Nối mạng các thôn.", "+ Mở lớp dùng máy.", "- Giai đoạn sau:", "+ Trả kết quả tại nhà.", "- Giữ nền nếp công sở."),
        [("I -", "+", "Nối"), ("I -", "+", "Mở lớp"), ("I -", "+", "Trả"), ("I", "-", "Giữ")],
    ),
    "star over dash": (
        ("I. NỘI DUNG", "* Mục tiêu:", "- Dân hài lòng.", "* Nhiệm vụ:", "- Mở quầy lưu động.", "- Nhận hồ sơ tại thôn."),
        [("I *", "-", "Dân"), ("I *", "-", "Mở"), ("I *", "-", "Nhận")],
    ),
    "dash over star": (
        ("I. NỘI DUNG", "- Việc thường xuyên:", "* Trực quầy;", "* Ghi sổ.", "- Việc đột xuất:", "* Họp ngay.", "- Báo cáo tháng."),
        [("I -", "*", "Trực"), ("I -", "*", "Ghi"), ("I -", "*", "Họp"), ("I", "-", "Báo cáo")],
    ),
    "capital letters over roman numerals": (
        ("A. PHẦN CHUNG", "I. MỤC TIÊU", "1. Mục tiêu chung", "- Gần dân hơn.", "B. GIẢI PHÁP", "I. TỔ CHỨC", "- Gọn đầu mối.", "II. CÁN BỘ", "- Học thêm nghề."),
        [("A I 1", "-", "Gần"), ("B I", "-", "Gọn"), ("B II", "-", "Học")],
    ),
    "capital letters under roman numerals": (
        ("I. MỤC TIÊU", "A. Mục tiêu chung", "- Gần dân hơn.", "B. Mục tiêu riêng", "- Sạch hồ sơ tồn.", "II. GIẢI PHÁP", "A. Con người", "- Học thêm nghề."),
        [("I A", "-", "Gần"), ("I B", "-", "Sạch"), ("II A", "-", "Học")],
    ),
    "parts over roman numerals": (
        ("Phần thứ nhất", "I. MỤC TIÊU", "- Gần dân hơn.", "Phần thứ hai: NHIỆM VỤ", "I. THỂ CHẾ", "1. Rà soát", "a) Văn bản cũ:", "- Đọc lại từng điều.", "b) Văn bản mới.", "II. TÀI CHÍNH", "- Công khai dự toán."),
        [("Phần thứ nhất I", "-", "Gần"), ("Phần thứ hai I 1 a)", "-", "Đọc"), ("Phần thứ hai I 1", "b)", "Văn bản mới"), ("Phần thứ hai II", "-", "Công khai")],
    ),
    "all six levels": (
        ("A. NHIỆM VỤ", "I. THỦ TỤC", "1. Giải quyết", "1.1. Tại quầy", "a) Tiếp nhận", "- Phát số thứ tự.", "- Xếp hàng riêng cho người già.", "b) Trả kết quả đúng hẹn.", "1.2. Trên mạng", "Nhận hồ sơ mọi lúc.", "2. Giám sát", "- Gắn máy quay."),
        [("A I 1 1.1 a)", "-", "Phát"), ("A I 1 1.1 a)", "-", "Xếp"), ("A I 1 1.1", "b)", "Trả"), ("A I 1 1.2", "", "Nhận"), ("A I 2", "-", "Gắn")],
    ),
    "arabic numbers alone": (
        ("1. Mục tiêu", "Dân đi một lần là xong việc.", "2. Nhiệm vụ", "2.1. Thủ tục", "- Bớt giấy tờ.", "2.2. Cán bộ", "- Học thêm nghề.", "3. Tổ chức thực hiện", "Các phòng làm theo kế hoạch."),
        [("1", "", "Dân"), ("2 2.1", "-", "Bớt"), ("2 2.2", "-", "Học"), ("3", "", "Các phòng")],
    ),
    "numbered sentences under the organisation chapter": (
        ("III. TỔ CHỨC THỰC HIỆN", "1. Các phòng lập kế hoạch riêng trước ngày 20/01/2026.", "2. Phòng Kinh tế cân đối kinh phí và hướng dẫn quyết toán.", "3. Giao Văn phòng theo dõi việc thực hiện."),
        [("III", "1.", "Các phòng"), ("III", "2.", "Phòng Kinh tế"), ("III", "3.", "Giao")],
    ),
    "numbered units over their duties": (
        ("IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế.", "- Cân đối kinh phí.", "2. Công an xã", "Giữ an toàn dữ liệu dân cư.", "3. Đề nghị Mặt trận xã", "- Vận động người dân."),
        [("IV 1", "-", "Cân đối"), ("IV 2", "", "Giữ"), ("IV 3", "-", "Vận động")],
    ),
    "plain paragraph between dashes stays under the heading": (
        ("I. NỘI DUNG", "1. Phòng Kinh tế", "- Lập dự toán.", "Tham mưu việc thu hút đầu tư trên địa bàn.", "- Công khai quyết toán."),
        [("I 1", "-", "Lập"), ("I 1", "", "Tham mưu"), ("I 1", "-", "Công khai")],
    ),
    "a plain lead-in is a provision": (
        ("II. NỘI DUNG", "1. Bình xét", "Việc bình xét làm theo các bước sau:", "- Tự chấm điểm.", "- Họp hội đồng."),
        [("II 1", "", "Việc bình xét"), ("II 1", "-", "Tự chấm"), ("II 1", "-", "Họp")],
    ),
    "bold headings without numbers": (
        ("**MỤC TIÊU**", "- Gần dân hơn.", "**NHIỆM VỤ**", "**Cải cách thể chế**", "- Rà soát văn bản.", "**Cải cách thủ tục**", "- Bớt giấy tờ.", "**TỔ CHỨC THỰC HIỆN**", "Các phòng làm theo."),
        [("", "-", "Gần"), (" ", "-", "Rà soát"), (" ", "-", "Bớt"), ("", "", "Các phòng")],
    ),
    "only dashes": (
        ("- Niêm yết thủ tục;", "- Trực cả sáng thứ bảy;", "- Công khai số điện thoại."),
        [("", "-", "Niêm yết"), ("", "-", "Trực"), ("", "-", "Công khai")],
    ),
    "a list restarts under each heading": (
        ("I. A", "1. Một", "a) Việc đầu.", "b) Việc sau.", "2. Hai", "a) Việc khác.", "II. B", "1. Ba", "a) Việc cuối."),
        [("I 1", "a)", "Việc đầu"), ("I 1", "b)", "Việc sau"), ("I 2", "a)", "Việc khác"), ("II 1", "a)", "Việc cuối")],
    ),
    "a heading run on into its paragraph, among headings of its kind": (
        ("IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Lập dự toán.", "2. Công an xã", "- Giữ an toàn dữ liệu.", "3. Đề nghị Mặt trận và các đoàn thể của xã cùng triển khai Kế hoạch Tuyên truyền để người dân hiểu và làm theo."),
        [("IV 1", "-", "Lập"), ("IV 2", "-", "Giữ"), ("IV 3", "", "Tuyên truyền để")],
    ),
    "parts, chapters and sections": (
        ("PHẦN I", "Chương I: MỤC TIÊU", "Mục 1. Mục tiêu chung", "- Gần dân hơn.", "Mục 2. Mục tiêu riêng", "- Sạch hồ sơ tồn.", "Chương II: GIẢI PHÁP", "1. Con người", "- Học thêm nghề."),
        [("PHẦN I Chương I Mục 1", "-", "Gần"), ("PHẦN I Chương I Mục 2", "-", "Sạch"), ("PHẦN I Chương II 1", "-", "Học")],
    ),
    "half brackets under letters": (
        ("I. NỘI DUNG", "a) Tại trụ sở:", "1) Kê thêm ghế.", "2) Phát nước.", "b) Tại thôn:", "1) Cử người xuống.", "- Theo lịch tháng."),
        [("I a)", "1)", "Kê"), ("I a)", "2)", "Phát"), ("I b) 1", "-", "Theo lịch")],
    ),
    "letters under half brackets": (
        ("I. NỘI DUNG", "1) Tại trụ sở", "a) Kê thêm ghế.", "b) Phát nước.", "2) Tại thôn", "a) Cử người xuống."),
        [("I 1", "a)", "Kê"), ("I 1", "b)", "Phát"), ("I 2", "a)", "Cử")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OUTLINES)
def test_outline(name: str) -> None:
    lines, expected = OUTLINES[name]
    got = parse_provisions(paragraphs(*lines), "0" * 64)
    assert [(" ".join(p.marker_path), p.marker) for p in got] == [(path, marker) for path, marker, _ in expected]
    for provision, (_, _, opening) in zip(got, expected, strict=True):
        assert provision.provision_text.startswith(opening)
        assert len(provision.heading_path) == len(provision.marker_path)


# Lines of a body -> path and text of each reference and closing paragraph.
ENDINGS: dict[str, tuple[tuple[str, ...], list[tuple[str, str, bool, bool]]]] = {
    "reference after the last section stands in its chapter": (
        ("II. NHIỆM VỤ", "1. Thể chế", "- Rà soát.", "2. Thủ tục", "- Bớt giấy.", "(Nhiệm vụ cụ thể tại Phụ lục kèm theo)", "III. KINH PHÍ", "Ngân sách xã."),
        [("II", "(Nhiệm vụ", True, False)],
    ),
    "reference before further sections stands in its section": (
        ("I. MỤC TIÊU", "1. Mục tiêu chung", "- Gần dân.", "2. Chỉ tiêu", "- Đến 2027:", "+ 90% hồ sơ.", "(Chi tiết tại Phụ lục I đính kèm).", "3. Yêu cầu", "- Rõ việc."),
        [("I 2", "(Chi tiết", True, False)],
    ),
    "reference printed on in the last item": (
        ("II. NHIỆM VỤ", "1. Thể chế", "- Rà soát (theo mẫu kèm theo).", "- Bớt giấy. (Chi tiết tại Phụ lục kèm theo)", "III. KINH PHÍ", "Ngân sách xã."),
        [("II", "(Chi tiết", True, False)],
    ),
    "closing in two paragraphs": (
        ("IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Lập dự toán.", "Trên đây là Kế hoạch của xã.", "Trong quá trình thực hiện, nếu vướng thì báo về Văn phòng./."),
        [("IV", "Trên đây", False, True), ("IV", "Trong quá trình", False, True)],
    ),
    "closing without its usual words": (
        ("IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Lập dự toán.", "Các phòng nghiêm túc làm theo Kế hoạch này./."),
        [("IV", "Các phòng", False, True)],
    ),
    "closing printed on in the last item": (
        ("IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Lập dự toán. Trong quá trình thực hiện, nếu vướng thì báo về Văn phòng./."),
        [("IV", "Trong quá trình", False, True)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDINGS)
def test_references_and_closing(name: str) -> None:
    lines, expected = ENDINGS[name]
    got = [p for p in parse_provisions(paragraphs(*lines), "0" * 64) if p.is_reference or p.is_closing]
    assert [(" ".join(p.marker_path), p.is_reference, p.is_closing) for p in got] == [
        (path, reference, closing) for path, _, reference, closing in expected
    ]
    assert all(p.provision_text.startswith(text) for p, (_, text, _, _) in zip(got, expected, strict=True))


def test_provisions_keep_their_place_and_order() -> None:
    got = parse_provisions(paragraphs("I. MỤC TIÊU", "- Gần dân.", "- Rõ việc."), "ab" * 32)
    assert [(p.sequence, p.line, p.source_sha256) for p in got] == [(1, 2, "ab" * 32), (2, 3, "ab" * 32)]


@pytest.mark.parametrize(("line", "is_heading"), [("**Công an xã:**", True), ("**Đơn vị chủ trì:**", False)])
def test_a_bold_name_of_a_body_heads_its_duties(line: str, is_heading: bool) -> None:
    got = parse_provisions(paragraphs("IV. TỔ CHỨC THỰC HIỆN", line, "- Giữ an ninh.", "- Cấp định danh."), "0" * 64)
    assert (got[-1].heading_path[-1].rstrip(":") == line.strip("*:")) is is_heading
