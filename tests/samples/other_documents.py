"""Files of raw/ that are no plan."""

from __future__ import annotations

from tests.samples.layout import Columns, Element, Para

INVITATION: list[Element] = [
    Columns(
        (
            Para("ỦY BAN NHÂN DÂN", bold=True, centered=True),
            Para("XÃ THÁP MƯỜI", bold=True, centered=True),
            Para("Số: 18/GM-UBND", centered=True),
        ),
        (
            Para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centered=True),
            Para("Độc lập - Tự do - Hạnh phúc", bold=True, centered=True),
            Para("Tháp Mười, ngày 05 tháng 3 năm 2026", italic=True, centered=True),
        ),
    ),
    Para("GIẤY MỜI", bold=True, centered=True),
    Para("Họp bàn công tác cải cách hành chính quý I năm 2026", bold=True, centered=True),
    Para("Ủy ban nhân dân xã Tháp Mười trân trọng kính mời các ông, bà có tên dưới đây dự họp:"),
    Para("1. Thành phần", bold=True),
    Para("- Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân xã;"),
    Para("- Trưởng các phòng chuyên môn, Giám đốc các trung tâm;"),
    Para("- Mời đại diện Ủy ban Mặt trận Tổ quốc Việt Nam xã."),
    Para("2. Nội dung", bold=True),
    Para("Nghe báo cáo tình hình giải quyết hồ sơ và thảo luận biện pháp khắc phục hồ sơ trễ hẹn."),
    Para("3. Thời gian, địa điểm", bold=True),
    Para("08 giờ 00, thứ Tư, ngày 11 tháng 3 năm 2026, tại phòng họp tầng 2 trụ sở Ủy ban nhân dân xã."),
    Para("Đề nghị các ông, bà chuẩn bị ý kiến và dự họp đúng giờ./."),
    Columns(
        (Para("Nơi nhận:", bold=True, italic=True), Para("- Như trên;"), Para("- Lưu: VT.")),
        (
            Para("TL. CHỦ TỊCH", bold=True, centered=True),
            Para("CHÁNH VĂN PHÒNG", bold=True, centered=True),
            Para(""),
            Para("Cao Thị Bích Ngân", bold=True, centered=True),
        ),
    ),
]
