"""The body of an emulation plan (phong trào thi đua), which has no annex."""

from __future__ import annotations

from collections.abc import Iterator

from tests.samples.catalogue import content
from tests.samples.layout import Element, Para
from tests.samples.samples import Sample

_PURPOSE = (
    "Tạo khí thế làm việc sôi nổi, tận tụy phục vụ Nhân dân trong toàn thể công chức, viên chức của xã.",
    "Lấy kết quả làm hài lòng người dân làm thước đo khi bình xét danh hiệu thi đua.",
    "Phát hiện, nhân rộng cách làm hay; phê bình nơi làm hình thức, chạy theo thành tích.",
)
_SCOPE = (
    "Các phòng, trung tâm, trường học, trạm y tế trực thuộc và toàn thể công chức, viên chức, người lao động của xã."
)
_CONTESTS = {
    2: "Thi đua soạn thảo văn bản đúng luật, ngắn gọn; không để văn bản phải thu hồi vì sai sót.",
    3: "Thi đua giải quyết hồ sơ sớm hẹn, phấn đấu 99% hồ sơ trả trước hạn và đúng hạn.",
    4: "Thi đua sắp xếp công việc khoa học, bỏ bớt khâu trung gian giữa các bộ phận.",
    5: "Thi đua rèn luyện tác phong, 100% công chức ký và thực hiện cam kết văn hóa công sở.",
    6: "Thi đua tiết kiệm điện, văn phòng phẩm, giảm ít nhất 10% chi phí hội họp.",
    7: "Thi đua ứng dụng công nghệ, mỗi khu dân cư có tối thiểu 80% số hộ biết nộp hồ sơ qua mạng.",
}
_SCHEDULE = (
    "Các đơn vị đăng ký thi đua về Ủy ban nhân dân xã trước ngày 28/02/2026.",
    "Sơ kết phong trào vào tháng 6/2026; tổng kết, khen thưởng trước ngày 10/12/2026.",
)
_REVIEW = (
    "Hội đồng Thi đua - Khen thưởng xã chấm điểm công khai theo bảng tiêu chí gửi trước cho các đơn vị.",
    "Đơn vị có công chức gây phiền hà bị xử lý kỷ luật thì không xét khen thưởng.",
)
_ORGANISATION = (
    "1. Phòng Văn hóa - Xã hội tham mưu bảng tiêu chí, theo dõi và tổng hợp kết quả phong trào.",
    "2. Phòng Kinh tế bố trí kinh phí khen thưởng theo quy định.",
    "3. Trung tâm Dịch vụ tổng hợp đưa tin về những tấm gương tiêu biểu.",
)


def emulation_body(sample: Sample) -> Iterator[Element]:
    yield Para("I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    yield from (Para(f"- {text}") for text in _PURPOSE)
    yield Para("II. NỘI DUNG THI ĐUA", bold=True)
    yield Para("1. Đối tượng", bold=True)
    yield Para(_SCOPE)
    yield Para("2. Nội dung", bold=True)
    for order, (domain, text) in enumerate(_CONTESTS.items(), start=1):
        words = content("narrative")["domains"][domain]
        yield Para(f"2.{order}. {words['heading']}", bold=True)
        yield Para(f"- {text}")
        yield from (Para(f"- {item}".replace("{t}", sample.commune_type)) for item in words["items"][:2])
    yield Para("3. Thời gian", bold=True)
    yield from (Para(f"- {text}") for text in _SCHEDULE)
    yield Para("4. Bình xét, khen thưởng", bold=True)
    yield from (Para(f"- {text}") for text in _REVIEW)
    yield Para("III. TỔ CHỨC THỰC HIỆN", bold=True)
    yield from (Para(text) for text in _ORGANISATION)
