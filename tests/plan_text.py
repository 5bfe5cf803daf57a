"""A small plan as a commune might write it, for tests that need any plan."""

from __future__ import annotations


def plan_markdown(commune: str, province: str = "Quảng Ngãi", signer: str | None = "Nguyễn Văn An") -> str:
    """Markdown of an annual plan with a narrative of three domains and a task annex of four rows."""
    signature = f"**CHỦ TỊCH**\n\n{signer}\n" if signer else ""
    return f"""ỦY BAN NHÂN DÂN XÃ {commune.upper()}

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Độc lập - Tự do - Hạnh phúc

Số: 17/KH-UBND

*{commune}, ngày 12 tháng 01 năm 2026*

**KẾ HOẠCH**

**Cải cách hành chính năm 2026 của xã {commune}**

Căn cứ Quyết định số 305/QĐ-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh {province} ban hành Kế hoạch cải cách hành chính, Ủy ban nhân dân xã {commune} xây dựng kế hoạch như sau:

## I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Rút ngắn thời gian giải quyết việc của người dân tại xã.

2. Yêu cầu

- Mỗi bộ phận có người chịu trách nhiệm rõ ràng.

## II. CHỈ TIÊU

- Tối thiểu 92% hồ sơ được trả đúng hẹn.

- 85% hồ sơ được nộp trực tuyến.

## III. NHIỆM VỤ

1. Cải cách thể chế

- Rà soát văn bản do xã ban hành, đề nghị bãi bỏ văn bản lỗi thời.

2. Cải cách thủ tục hành chính

- Niêm yết thủ tục tại Trung tâm Phục vụ hành chính công.

## IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp tình hình, báo cáo Ủy ban nhân dân xã hằng quý.

Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã {commune}./.

TM. ỦY BAN NHÂN DÂN

{signature}
**PHỤ LỤC**

**NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026**

| STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|---|
| I | Cải cách thể chế | | | | |
| 1 | Rà soát văn bản còn hiệu lực của xã | Danh mục văn bản | Văn phòng HĐND và UBND | Các phòng chuyên môn | Tháng 6/2026 |
| 2 | Tự kiểm tra văn bản mới ban hành | Báo cáo | Văn phòng HĐND và UBND | Phòng Kinh tế | Quý III/2026 |
| II | Cải cách thủ tục hành chính | | | | |
| 1 | Lấy ý kiến người dân sau khi trả kết quả | Phiếu khảo sát | Trung tâm Phục vụ hành chính công | Các cơ quan, đơn vị liên quan | Trước ngày 30/11/2026 |
| 2 | Hướng dẫn nộp hồ sơ trực tuyến tại các thôn | Buổi hướng dẫn | Trung tâm Phục vụ hành chính công | Phòng Văn hóa - Xã hội | Thường xuyên |
"""
