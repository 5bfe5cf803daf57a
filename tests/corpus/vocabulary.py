"""Words of our own in the genre of commune reform plans, each with the meaning a careful reader gives it."""

from __future__ import annotations

from dataclasses import dataclass

DOMAIN_NAMES: dict[int, tuple[str, ...]] = {
    1: ("Công tác chỉ đạo, điều hành", "Chỉ đạo, điều hành cải cách hành chính", "Công tác chỉ đạo điều hành CCHC"),
    2: ("Cải cách thể chế", "Cải cách thể chế và thi hành pháp luật", "Về cải cách thể chế"),
    3: ("Cải cách thủ tục hành chính", "Cải cách TTHC", "Về cải cách thủ tục hành chính"),
    4: ("Cải cách tổ chức bộ máy", "Cải cách tổ chức bộ máy hành chính nhà nước", "Cải cách bộ máy hành chính"),
    5: ("Cải cách chế độ công vụ", "Cải cách công vụ", "Cải cách chế độ công vụ, công chức"),
    6: ("Cải cách tài chính công", "Về cải cách tài chính công", "Cải cách tài chính công"),
    7: (
        "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
        "Xây dựng, phát triển Chính quyền số",
        "Phát triển chính quyền điện tử, chính quyền số và chuyển đổi số",
    ),
}

TASKS: dict[int, tuple[str, ...]] = {
    1: (
        "Ban hành chương trình công tác cải cách hành chính của năm và phân công người theo dõi từng lĩnh vực",
        "Tổ chức hội nghị giao ban hằng quý về tiến độ thực hiện các việc đã giao",
        "Biên tập tin bài, phát thanh trên hệ thống truyền thanh thông minh về kết quả cải cách",
        "Lập đoàn kiểm tra và tiến hành kiểm tra tại các bộ phận trực thuộc",
        "Tự chấm điểm, tổng hợp hồ sơ minh chứng phục vụ xếp hạng của cấp trên",
        "Gặp gỡ, lắng nghe ý kiến của hộ kinh doanh, hợp tác xã trên địa bàn và trả lời bằng văn bản",
        "Phát động phong trào sáng kiến trong đội ngũ người làm công tác một cửa",
        "Tổng hợp tình hình, gửi báo cáo định kỳ về cơ quan cấp trên",
    ),
    2: (
        "Lập danh mục văn bản do Hội đồng nhân dân và Ủy ban nhân dân ban hành còn hiệu lực",
        "Tự kiểm tra các quyết định đã ban hành trong năm, kịp thời xử lý nội dung không còn phù hợp",
        "Theo dõi tình hình thi hành pháp luật về trật tự xây dựng",
        "Tổ chức các buổi nói chuyện pháp luật tại thôn, tổ dân phố",
        "Cập nhật văn bản mới lên cơ sở dữ liệu quốc gia về pháp luật",
        "Lấy ý kiến Nhân dân đối với dự thảo nghị quyết của Hội đồng nhân dân",
    ),
    3: (
        "Rà soát quy trình nội bộ, kiến nghị bớt giấy tờ trùng lặp đối với nhóm thủ tục hộ tịch, chứng thực",
        "Niêm yết đầy đủ bộ thủ tục tại nơi tiếp nhận hồ sơ và trên trang thông tin điện tử",
        "Số hóa hồ sơ đầu vào và trả kết quả bản điện tử cho người nộp",
        "Tiếp nhận, phân loại và trả lời phản ánh của người dân về thái độ phục vụ",
        "Bố trí bàn hỗ trợ nộp hồ sơ trực tuyến cho người cao tuổi",
        "Công khai tiến độ giải quyết từng hồ sơ để người nộp tiện theo dõi",
        "Khảo sát ý kiến khách hàng sau khi nhận kết quả",
        "Báo cáo kết quả kiểm soát thủ tục theo biểu mẫu",
    ),
    4: (
        "Rà soát chức năng, nhiệm vụ của từng phòng sau khi sắp xếp đơn vị hành chính",
        "Sửa đổi quy chế làm việc của Ủy ban nhân dân cho phù hợp với mô hình mới",
        "Rà soát việc phân cấp, ủy quyền và đề nghị điều chỉnh nội dung còn vướng",
        "Sắp xếp các điểm trường lẻ theo phương án đã được duyệt",
    ),
    5: (
        "Cử người tham gia các lớp bồi dưỡng kỹ năng giao tiếp, xử lý tình huống",
        "Đánh giá, xếp loại công chức gắn với khối lượng việc đã hoàn thành",
        "Rà soát bản mô tả công việc và khung năng lực của từng vị trí",
        "Kiểm tra giờ giấc làm việc, việc đeo thẻ và văn hóa giao tiếp nơi công sở",
        "Cập nhật hồ sơ điện tử của công chức, viên chức",
    ),
    6: (
        "Công khai dự toán, quyết toán ngân sách theo đúng mẫu biểu",
        "Giao quyền tự chủ tài chính cho các trường học trực thuộc",
        "Rà soát trụ sở dôi dư, lập phương án xử lý nhà, đất công",
        "Đôn đốc giải ngân vốn đầu tư các công trình chuyển tiếp",
    ),
    7: (
        "Xây dựng kế hoạch chuyển đổi số và bố trí trang thiết bị cho bộ phận một cửa",
        "Duy trì hoạt động của tổ công nghệ số cộng đồng ở thôn, xóm",
        "Ký số và gửi nhận văn bản điện tử trên trục liên thông",
        "Nâng cấp đường truyền, bảo đảm an toàn thông tin cho mạng nội bộ",
        "Mở lớp tập huấn sử dụng phần mềm quản lý văn bản cho người mới tuyển dụng",
        "Tạo lập dữ liệu số về đất đai, dân cư phục vụ công tác quản lý",
    ),
}

ACTIVITIES = (
    "Rà soát, tổng hợp đề xuất của các bộ phận",
    "Dự thảo văn bản, lấy ý kiến và trình ký",
    "Mở đợt cao điểm, giao chỉ tiêu cho từng người",
    "Kiểm tra thực tế, lập biên bản và thông báo kết quả",
    "Họp thống nhất, ghi biên bản và theo dõi việc thực hiện",
)
OBJECTIVES = (
    "Nâng cao trách nhiệm của người đứng đầu",
    "Giảm thời gian đi lại của người dân",
    "Bảo đảm công khai, minh bạch trong quản lý",
    "Xây dựng đội ngũ chuyên nghiệp, gần dân",
)
OUTPUTS = (
    "Kế hoạch", "Quyết định", "Báo cáo", "Báo cáo kết quả", "Công văn", "Thông báo kết luận", "Kế hoạch; Báo cáo",
    "Quyết định, Báo cáo", "Văn bản chỉ đạo", "Biên bản kiểm tra", "Tin, bài, ảnh", "Quy chế sửa đổi", "Đề án",
    "Hồ sơ được số hóa", "Danh sách; Tờ trình", "- Kế hoạch; - Báo cáo", "Nghị quyết của Hội đồng nhân dân",
    "Phiếu khảo sát; Báo cáo tổng hợp", "Chuyên mục trên trang thông tin điện tử",
)  # fmt: skip
BUDGETS = ("Ngân sách xã", "Theo dự toán được giao", "Lồng ghép", "15 triệu đồng", "Không")
NOTES = ("Việc mới", "Chuyển tiếp từ năm trước", "Theo dõi sát")


@dataclass(frozen=True)
class UnitPhrase:
    """A printed phrase and the canonical codes it stands for; 'OTHER' for a body outside the list."""

    text: str
    codes: tuple[str, ...]


def _units(**spellings: str) -> tuple[UnitPhrase, ...]:
    return tuple(UnitPhrase(text.strip(), (code,)) for code, texts in spellings.items() for text in texts.split("|"))


# '{loai}' is replaced with xã, phường or đặc khu.
LEADS = _units(
    VHXH="Phòng Văn hóa - Xã hội|Phòng Văn hoá – Xã hội|Phòng VH-XH|P. VH-XH|Phòng Văn hóa – Xã hội {loai}|"
    "Trưởng phòng Văn hóa - Xã hội|Phòng VHXH",
    VP="Văn phòng HĐND và UBND|Văn phòng HĐND&UBND {loai}|VP HĐND-UBND|Văn phòng Hội đồng nhân dân và Ủy ban nhân dân|"
    "VP. HĐND và UBND|Chánh Văn phòng HĐND và UBND|Văn phòng HĐND - UBND",
    KT="Phòng Kinh tế|Phòng Kinh tế {loai}|Trưởng phòng Kinh tế|P. Kinh tế",
    PVHCC="Trung tâm Phục vụ hành chính công|TT Phục vụ HCC|Trung tâm PVHCC {loai}|TTPVHCC|TT PVHCC|"
    "Trung tâm phục vụ hành chính công {loai}|Giám đốc Trung tâm Phục vụ hành chính công",
    DVTH="Trung tâm Dịch vụ tổng hợp|Trung tâm Cung ứng dịch vụ công {loai}|TT Dịch vụ tổng hợp",
    CA="Công an {loai}|Công an|Trưởng Công an {loai}",
    TYT="Trạm Y tế|Trạm Y tế {loai}",
    UBND="UBND {loai}|Ủy ban nhân dân {loai}|Chủ tịch UBND {loai}",
)
COORDINATING = LEADS + _units(
    PCM="Các phòng chuyên môn|Phòng chuyên môn|Các phòng, ban {loai}|Các phòng chuyên môn thuộc {loai}",
    COQUAN="Các cơ quan, đơn vị thuộc UBND {loai}|Các cơ quan chuyên môn thuộc UBND {loai}|Các cơ quan, đơn vị",
    LIENQUAN="Các cơ quan, đơn vị liên quan|Các cơ quan, đơn vị có liên quan|Các đơn vị liên quan|các cơ quan liên quan",
    MTTQ="Ủy ban Mặt trận Tổ quốc Việt Nam {loai}|UBMTTQVN {loai}|Mặt trận Tổ quốc {loai}",
    OTHER="Các thôn|Ban Chỉ huy Quân sự {loai}|Đoàn Thanh niên {loai}|Các trường học trên địa bàn|Hội Phụ nữ {loai}",
    BCD="Ban Chỉ đạo CCHC {loai}|Thành viên Ban Chỉ đạo",
    HDND="HĐND {loai}|Thường trực HĐND {loai}",
)
URBAN_ECONOMY = _units(KT="Phòng Kinh tế, Hạ tầng và Đô thị|Phòng Kinh tế - Hạ tầng và Đô thị")


@dataclass(frozen=True)
class Deadline:
    """A printed deadline; `start`/`end` as 'MM-DD' in the plan's year, or full dates, or None."""

    text: str
    kind: str
    start: str | None
    end: str | None
    contingent: bool = False


def _dates(kind: str, *rows: tuple[str, str | None, str | None], contingent: bool = False) -> tuple[Deadline, ...]:
    return tuple(Deadline(text, kind, start, end, contingent) for text, start, end in rows)


# '{nam}' is the plan's year.
DEADLINES = (
    *_dates(
        "by_date",
        ("Trước ngày 15/3/{nam}", None, "03-15"), ("15/3/{nam}", None, "03-15"), ("Trước 30/6", None, "06-30"),
        ("Chậm nhất 20/11", None, "11-20"), ("ngày 15 tháng 10", None, "10-15"),
        ("Trước ngày 10 tháng 12 năm {nam}", None, "12-10"), ("Hoàn thành trước ngày 31/8/{nam}", None, "08-31"),
        ("Xong trước 25/9/{nam}", None, "09-25"), ("Trước 31/10/{nam}, cập nhật thường xuyên", None, "10-31"),
        ("Chậm nhất ngày 05 tháng 11 năm {nam}", None, "11-05"),
    ),
    *_dates(
        "month",
        ("Tháng 7/{nam}", "07-01", "07-31"), ("Tháng 8", "08-01", "08-31"), ("Tháng 9, tháng 11", "09-01", "11-30"),
        ("Trong tháng 10/{nam}", "10-01", "10-31"), ("Tháng 12 năm {nam}", "12-01", "12-31"),
    ),
    *_dates(
        "quarter",
        ("Quý III/{nam}", "07-01", "09-30"), ("Quý III, IV", "07-01", "12-31"), ("Quý IV năm {nam}", "10-01", "12-31"),
        ("Quý III-IV", "07-01", "12-31"), ("Trong quý III", "07-01", "09-30"), ("Quý III và Quý IV/{nam}", "07-01", "12-31"),
    ),
    *_dates("half_year", ("6 tháng cuối năm", "07-01", "12-31"), ("06 tháng cuối năm {nam}", "07-01", "12-31")),
    *_dates("year", ("Năm {nam}", "01-01", "12-31"), ("Trong năm {nam}", "01-01", "12-31"), ("Cả năm", "01-01", "12-31")),
    *_dates(
        "ongoing", ("Thường xuyên", None, None), ("Nhiệm vụ thường xuyên", None, None), ("Thường xuyên trong năm", None, None)
    ),
    *_dates(
        "periodic",
        ("Hằng quý", None, None), ("Hàng tháng", None, None), ("Định kỳ, đột xuất", None, None),
        ("Trước ngày 10 hằng tháng", None, None), ("6 tháng, năm", None, None), ("Hàng tháng hoặc đột xuất", None, None),
        ("Định kỳ hằng quý, 6 tháng, năm", None, None),
    ),
    *_dates(
        "contingent",
        ("Sau khi có hướng dẫn của tỉnh", None, None), ("Theo kế hoạch của UBND tỉnh", None, None),
        ("Theo quy định", None, None), ("Khi có văn bản của cấp trên", None, None),
        contingent=True,
    ),
    Deadline("Năm {nam} (sau khi tỉnh ban hành đề án)", "year", "01-01", "12-31", True),
    Deadline("Tháng 12/{nam} (theo hướng dẫn của tỉnh)", "month", "12-01", "12-31", True),
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """A clause that sets a number: `text` verbatim, `indicator` without the number."""

    text: str
    indicator: str
    comparator: str
    value: float
    unit: str
    domain: int
    value_high: float | None = None


TARGETS = (
    Target("Tỷ lệ hồ sơ được trả trước hạn và đúng hạn đạt từ 98% trở lên", "Tỷ lệ hồ sơ được trả trước hạn và đúng hạn", ">=", 98, "%", 3),
    Target("100% thủ tục được niêm yết công khai đầy đủ", "thủ tục được niêm yết công khai đầy đủ", "=", 100, "%", 3),
    Target("Tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 70%", "Tỷ lệ hồ sơ nộp trực tuyến", ">=", 70, "%", 3),
    Target("Ít nhất 85% người dân hài lòng khi giải quyết thủ tục hành chính", "người dân hài lòng khi giải quyết thủ tục hành chính", ">=", 85, "%", 3),
    Target("Phấn đấu trên 60% lệ phí được nộp qua hình thức trực tuyến", "lệ phí được nộp qua hình thức trực tuyến", ">", 60, "%", 3),
    Target("Số hồ sơ trễ hạn không quá 2%", "Số hồ sơ trễ hạn", "<=", 2, "%", 3),
    Target("100% văn bản quy phạm ban hành đúng thẩm quyền", "văn bản quy phạm ban hành đúng thẩm quyền", "=", 100, "%", 2),
    Target("Kiểm tra ít nhất 30% số bộ phận trực thuộc", "Kiểm tra số bộ phận trực thuộc", ">=", 30, "%", 1),
    Target("Tổ chức ít nhất 02 cuộc đối thoại với người dân", "Tổ chức đối thoại với người dân", ">=", 2, "cuộc", 1),
    Target("Có từ 01 sáng kiến trở lên được công nhận", "sáng kiến được công nhận", ">=", 1, "sáng kiến", 1),
    Target("100% vị trí việc làm có bản mô tả công việc", "vị trí việc làm có bản mô tả công việc", "=", 100, "%", 5),
    Target("Tối thiểu 95% công chức hoàn thành chương trình bồi dưỡng hằng năm", "công chức hoàn thành chương trình bồi dưỡng hằng năm", ">=", 95, "%", 5),
    Target("Tỷ lệ giải ngân vốn đầu tư đạt 95%", "Tỷ lệ giải ngân vốn đầu tư", "=", 95, "%", 6),
    Target("100% đơn vị công khai ngân sách đúng hạn", "đơn vị công khai ngân sách đúng hạn", "=", 100, "%", 6),
    Target("Trên 90% văn bản đi được ký số", "văn bản đi được ký số", ">", 90, "%", 7),
    Target("Tỷ lệ hồ sơ công việc lập trên môi trường mạng đạt không thấp hơn 80%", "Tỷ lệ hồ sơ công việc lập trên môi trường mạng", ">=", 80, "%", 7),
    Target("Không để quá 5% phản ánh trả lời chậm", "phản ánh trả lời chậm", "<=", 5, "%", 3),
    Target("Tỷ lệ thôn có tổ công nghệ số hoạt động hiệu quả đạt 100%", "Tỷ lệ thôn có tổ công nghệ số hoạt động hiệu quả", "=", 100, "%", 7),
)  # fmt: skip

PLAIN_ITEMS = (
    "Giữ nghiêm kỷ luật, kỷ cương; việc đến đâu xong đến đó, không để tồn đọng.",
    "Gắn trách nhiệm của người đứng đầu với kết quả từng việc được giao.",
    "Lấy ý kiến của người dân làm thước đo để đánh giá chất lượng phục vụ.",
    "Chọn việc khó, việc người dân còn kêu ca để tập trung tháo gỡ trước.",
    "Việc triển khai phải thiết thực, tránh hình thức; tiết kiệm thời gian và kinh phí.",
    "Phối hợp chặt chẽ giữa các bộ phận, khắc phục tình trạng đùn đẩy, né tránh.",
    "Tăng cường trao đổi kinh nghiệm với các địa phương bạn để vận dụng cách làm hay.",
    "Kịp thời biểu dương người làm tốt, nhắc nhở nơi làm chậm.",
    "Chủ động rà soát, đề xuất tháo gỡ vướng mắc ngay từ khi mới phát sinh.",
    "Duy trì nền nếp hội ý đầu tuần; mỗi việc có một người chịu trách nhiệm chính.",
    "Quan tâm bố trí nơi tiếp dân sạch đẹp, đủ ghế ngồi, nước uống, bảng hướng dẫn.",
    "Khuyến khích cán bộ trẻ đăng ký việc mới, cách làm mới trong giải quyết hồ sơ.",
)
DUTIES = (
    "Chủ trì, phối hợp với các bộ phận liên quan theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
    "Tham mưu bố trí kinh phí, phương tiện phục vụ các nội dung đã nêu.",
    "Định kỳ tổng hợp khó khăn, vướng mắc, báo cáo người đứng đầu xem xét.",
    "Bảo đảm trang thiết bị, đường truyền phục vụ việc tiếp nhận và trả kết quả.",
    "Phổ biến nội dung Kế hoạch tới từng người trong đơn vị.",
)
CITATIONS = (
    ("Nghị quyết", "76/NQ-CP", "ngày 15 tháng 7 năm 2021", "2021-07-15", "Chính phủ"),
    ("Nghị định", "118/2025/NĐ-CP", "ngày 09/6/2025", "2025-06-09", "Chính phủ"),
    ("Nghị quyết", "57-NQ/TW", "ngày 22/12/2024", "2024-12-22", "Bộ Chính trị"),
    ("Quyết định", "766/QĐ-TTg", "ngày 23 tháng 6 năm 2022", "2022-06-23", "Thủ tướng Chính phủ"),
    ("Thông tư", "03/2025/TT-VPCP", "ngày 15/9/2025", "2025-09-15", "Văn phòng Chính phủ"),
    ("Luật", "72/2025/QH15", None, None, None),
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Hoàng", "Đặng", "Bùi", "Hồ", "Lò", "Y", "K'")
MIDDLE = ("Văn", "Thị", "Minh", "Quốc", "Thanh", "Hữu", "Ngọc")
GIVEN = ("Hà", "Phúc", "Sang", "Bình", "Tâm", "Lan", "Quân", "Thủy", "Khánh", "Dũng")
