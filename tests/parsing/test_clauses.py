"""Which clauses set a number to reach, and how each is cut, compared and counted."""

from __future__ import annotations

import pytest

from pipelines.parsing.clauses import Clause, find_clauses
from pipelines.parsing.quantities import read_value_cell

# text of the provision -> (comparator, value, unit) of each target, in order
TARGETS: list[tuple[str, list[tuple[str | None, str, str | None]]]] = [
    # bare percentages
    ("100% hồ sơ công việc cấp xã được xử lý trên môi trường điện tử.", [(None, "100", "%")]),
    ("Tỷ lệ hồ sơ chứng thực trả đúng hẹn đạt 99,5%.", [(None, "99,5", "%")]),
    ("Phấn đấu 70% người cao tuổi trên địa bàn được hỗ trợ nộp hồ sơ tại nhà.", [(None, "70", "%")]),
    ("Tỉ lệ số hóa sổ hộ tịch: 85%.", [(None, "85", "%")]),
    ("Giải ngân vốn đầu tư công đạt 95 % kế hoạch giao.", [(None, "95", "%")]),
    # comparators in front
    ("Mức độ hài lòng của người dân đạt ít nhất 92%.", [("ít nhất", "92", "%")]),
    ("Tỷ lệ thanh toán trực tuyến không dưới 60%.", [("không dưới", "60", "%")]),
    ("Tỷ lệ hồ sơ nộp trực tuyến không thấp hơn 75%.", [("không thấp hơn", "75", "%")]),
    ("Số ý kiến góp ý không ít hơn 10 ý kiến.", [("không ít hơn", "10", "ý kiến")]),
    ("Tỷ lệ hồ sơ trễ hạn dưới 1%.", [("dưới", "1", "%")]),
    ("Tỷ lệ phản ánh quá hạn không quá 2%.", [("không quá", "2", "%")]),
    ("Không để quá 3% hồ sơ đất đai bị trễ hẹn.", [("Không để quá", "3", "%")]),
    ("Tối đa 5% văn bản phải ban hành lại do sai thể thức.", [("Tối đa", "5", "%")]),
    ("Số hồ sơ trả lại không vượt quá 4%.", [("không vượt quá", "4", "%")]),
    ("Tỷ lệ người dân có tài khoản định danh đạt trên 80%.", [("trên", "80", "%")]),
    ("Trên 90% công chức sử dụng thành thạo chữ ký số.", [("Trên", "90", "%")]),
    ("Phấn đấu hơn 65% hộ kinh doanh thanh toán không dùng tiền mặt.", [("hơn", "65", "%")]),
    ("Tỷ lệ dịch vụ công toàn trình ≥ 85%.", [("≥", "85", "%")]),
    ("Tỷ lệ khiếu nại kéo dài ≤ 1%.", [("≤", "1", "%")]),
    ("Tối thiểu đạt 80% tiêu chí về chuyển đổi số.", [("Tối thiểu", "80", "%")]),
    ("Mức hài lòng tối thiểu phải đạt 90%.", [("tối thiểu", "90", "%")]),
    ("Không để số hồ sơ đất đai trễ hẹn vượt quá 0,5% tổng số.", [("Không để ... quá", "0,5", "%")]),
    ("Thời gian cấp bản sao trích lục tối đa 01 ngày làm việc.", [("tối đa", "01", "ngày")]),
    ("Tiếp nhận hồ sơ lưu động tại ấp 02 lần/tháng.", [(None, "02", "lần/tháng")]),
    # a count that says what each of a share does
    ("Bảo đảm 100% công chức, viên chức tham gia ít nhất 01 lớp.", [(None, "100", "%")]),
    # comparators behind
    ("Tỷ lệ giải quyết đúng hạn đạt từ 98% trở lên.", [("từ ... trở lên", "98", "%")]),
    ("Mức độ hài lòng đạt 90% trở lên.", [("trở lên", "90", "%")]),
    ("Phấn đấu Chỉ số CCHC đạt từ 88 điểm trở lên, xếp loại Tốt.", [("từ ... trở lên", "88", "điểm")]),
    ("Bảo đảm tỷ lệ hồ sơ trực tuyến đạt tối thiểu 70% trở lên.", [("tối thiểu ... trở lên", "70", "%")]),
    ("Tỷ lệ trả hồ sơ bổ sung nhiều lần từ 2% trở xuống.", [("từ ... trở xuống", "2", "%")]),
    ("Tỷ lệ cấp kết quả điện tử đạt từ 80%.", [("từ", "80", "%")]),
    # ranges
    ("Cắt giảm 10 - 15% thời gian giải quyết hồ sơ.", [(None, "10-15", "%")]),
    ("Tỷ lệ giải ngân đạt từ 90% đến 95% kế hoạch.", [(None, "90-95", "%")]),
    ("Mỗi đơn vị đăng ký 1-2 mô hình dân vận khéo.", [(None, "1-2", "mô hình")]),
    # counts
    ("Tổ chức ít nhất 02 cuộc đối thoại với doanh nghiệp.", [("ít nhất", "02", "cuộc")]),
    ("Mở 03 lớp tập huấn kỹ năng số cho công chức.", [(None, "03", "lớp")]),
    ("Mỗi phòng có tối thiểu 01 sáng kiến được công nhận.", [("tối thiểu", "01", "sáng kiến")]),
    ("Đăng tải 24 tin, bài về cải cách hành chính trên trang thông tin.", [(None, "24", "tin, bài")]),
    ("Đăng ít nhất 05 bài viết trong năm.", [("ít nhất", "05", "bài")]),
    ("Bố trí 02 hướng dẫn viên hỗ trợ người dân tại sảnh.", [(None, "02", "hướng dẫn viên")]),
    ("Phát thanh tuyên truyền tối thiểu 02 lần/tuần.", [("tối thiểu", "02", "lần/tuần")]),
    ("Mỗi quý tổ chức kiểm tra ít nhất 02 lần.", [("ít nhất", "02", "lần")]),
    ("Tổ chức 01 hội nghị tập huấn, 02 buổi nói chuyện chuyên đề.", [(None, "01", "hội nghị"), (None, "02", "buổi")]),
    ("Duy trì 15 nhóm Zalo của tổ công nghệ số.", [(None, "15", "nhóm")]),
    ("Tiếp nhận trên 1.200 lượt góp ý qua ứng dụng.", [("trên", "1.200", "lượt")]),
    ("Chỉ số chuyển đổi số tăng ít nhất 03 bậc so với năm 2025.", [("ít nhất", "03", "bậc")]),
    ("Thời gian chờ của người dân không quá 15 phút/lượt.", [("không quá", "15", "phút/lượt")]),
    ("Rút ngắn 02 ngày trong giải quyết thủ tục cấp phép xây dựng.", [(None, "02", "ngày")]),
    ("Thu ngân sách trên địa bàn đạt 12,5 tỷ đồng.", [(None, "12,5", "tỷ đồng")]),
    ("Nhân rộng mô hình một cửa thân thiện (2 - 3 mô hình).", [(None, "2-3", "mô hình")]),
    ("Kiểm tra tối thiểu 30% số đơn vị trực thuộc.", [("tối thiểu", "30", "%")]),
    ("Tập huấn chữ ký số cho 45 công chức.", [(None, "45", "công chức")]),
    ("Trang bị 04 bộ máy tính, 02 máy quét cho bộ phận tiếp nhận.", [(None, "04", "bộ"), (None, "02", "máy")]),
    ("Mỗi tuần đăng 02 tin bài, mỗi tháng 01 phóng sự.", [(None, "02", "tin bài"), (None, "01", "phóng sự")]),
    (
        "Tổ chức ít nhất 01 cuộc thi tìm hiểu, thu hút trên 300 lượt dự thi.",
        [("ít nhất", "01", "cuộc"), ("trên", "300", "lượt")],
    ),
    ("Có từ 02 sáng kiến, giải pháp mới trở lên được công nhận.", [("từ ... trở lên", "02", "sáng kiến")]),
    ("Kiểm tra ít nhất 04 ấp và 02 trường học.", [("ít nhất", "04", "ấp"), (None, "02", "trường")]),
    ("Mỗi năm kiểm tra từ 02 - 03 đơn vị/năm.", [(None, "02-03", "đơn vị/năm")]),
    ("Tối thiểu 01 đồng chí lãnh đạo trực tại quầy.", [("Tối thiểu", "01", "đồng chí")]),
    ("Điểm tự đánh giá đạt 90/100 điểm trở lên.", [("trở lên", "90", "điểm")]),
    ("Giảm thời gian họp xuống dưới 90 phút/cuộc.", [("dưới", "90", "phút/cuộc")]),
    ("Thu phí trực tuyến đạt 100 phần trăm.", [(None, "100", "%")]),
    # rises and falls
    ("Giảm 20% chi phí tuân thủ thủ tục hành chính.", [(None, "20", "%")]),
    ("Tăng tối thiểu 5% số hồ sơ trực tuyến so với năm 2025.", [("tối thiểu", "5", "%")]),
    ("Nâng tỷ lệ hồ sơ trực tuyến từ 62% lên 80%.", [(None, "80", "%")]),
    ("Giảm tỷ lệ hồ sơ trễ hạn từ 4% xuống dưới 1%.", [("dưới", "1", "%")]),
    ("Điều chỉnh chỉ tiêu số hóa hồ sơ từ mức 70% thành 85%.", [(None, "85", "%")]),
    # several targets in one sentence
    (
        "100% thủ tục được niêm yết, 90% hồ sơ được số hóa và 60% giao dịch thanh toán trực tuyến.",
        [(None, "100", "%"), (None, "90", "%"), (None, "60", "%")],
    ),
    (
        "Tỷ lệ hài lòng chung đạt 95%, trong đó riêng lĩnh vực đất đai đạt ít nhất 88%.",
        [(None, "95", "%"), ("ít nhất", "88", "%")],
    ),
    (
        "Mức độ hài lòng đạt trên 90% (trong đó lĩnh vực y tế đạt trên 85%).",
        [("trên", "90", "%"), ("trên", "85", "%")],
    ),
    (
        "Ít nhất 95% hồ sơ được tiếp nhận, trả đúng hẹn (trong đó hồ sơ đất đai đạt tối thiểu 85%).",
        [("Ít nhất", "95", "%"), ("tối thiểu", "85", "%")],
    ),
    (
        "Năm 2024 đạt 78%, năm 2025 đạt 83%, phấn đấu năm 2026 đạt trên 88%.",
        [("trên", "88", "%")],
    ),
    (
        'Sửa đổi chỉ tiêu tại mục I: "số hóa đạt 70%" thành "số hóa đạt 85%".',
        [(None, "85", "%")],
    ),
    ("Tinh giản 5% biên chế công chức và 10% viên chức.", [(None, "5", "%"), (None, "10", "%")]),
    (
        "Cắt giảm ít nhất 30% thời gian giải quyết và 30% chi phí tuân thủ.",
        [("ít nhất", "30", "%"), (None, "30", "%")],
    ),
    (
        "Năm 2026 đạt 70%, năm 2027 đạt 80%, đến năm 2030 đạt 95% hồ sơ xử lý toàn trình.",
        [(None, "70", "%"), (None, "80", "%"), (None, "95", "%")],
    ),
    (
        "- Xử lý văn bản đúng hạn đạt trên 95% - Ký số văn bản đi đạt 100%",
        [("trên", "95", "%"), (None, "100", "%")],
    ),
    ("Đồng bộ 100% (gồm cả hồ sơ cũ) kết quả điện tử.", [(None, "100", "%")]),
    ("Hoàn thành 100% nhiệm vụ được Chủ tịch giao trong năm.", [(None, "100", "%")]),
]

NO_TARGETS = [
    # results already reached, looks back
    "Năm 2025, tỷ lệ hồ sơ đúng hạn đạt 97,8%.",
    "Kết quả 6 tháng đầu năm 2025 đạt 45% kế hoạch.",
    "Đến nay xã đã tiếp nhận 3.450 hồ sơ, đã giải quyết đúng hạn 98%.",
    "Hiện nay mới đạt 40% số hộ có tài khoản.",
    "Tỷ lệ số hóa hồ sơ hiện có 35% so với yêu cầu.",
    # facts and scope
    "Với trên 80% dân số là đồng bào Khmer, công tác tuyên truyền cần phù hợp.",
    "Toàn xã có 14 ấp, 9.200 hộ dân.",
    "Duy trì hoạt động tại 14 nhà sinh hoạt cộng đồng ấp.",
    "Đẩy mạnh cải cách trên cả 06 lĩnh vực.",
    "Tổ chức bộ máy theo mô hình 02 cấp.",
    "Triển khai 05 nhóm nhiệm vụ, giải pháp trọng tâm.",
    "Hoàn thành 35 nhiệm vụ tại Phụ lục kèm theo.",
    "Nông nghiệp chiếm 65% cơ cấu kinh tế của xã.",
    "Tiếp tục thực hiện Đề án 06 và Kế hoạch 282.",
    "Dịch vụ công mức độ 2 được nâng cấp thành toàn trình.",
    "Kho dữ liệu của xã được xếp cấp độ 3 theo bộ tiêu chí.",
    "Xã đạt chuẩn nông thôn mới nâng cao giai đoạn 2.",
    # dates, years, numbers of documents, ordinals
    "Hoàn thành trước ngày 15/02/2026.",
    "Ban hành trong quý 1 năm 2026, chậm nhất ngày 31 tháng 3.",
    "Thực hiện Nghị định số 118/2025/NĐ-CP và Thông tư số 03/2025/TT-VPCP.",
    "Căn cứ khoản 2 Điều 15 Luật Tổ chức chính quyền địa phương.",
    "Nghị quyết Đại hội Đảng bộ xã lần thứ 1, nhiệm kỳ 2025 - 2030.",
    "Áp dụng hệ thống quản lý chất lượng ISO 9001:2015.",
    "Báo cáo định kỳ quý, 6 tháng, 9 tháng và năm.",
    # time allowed for a formality
    "Công khai thủ tục trong thời hạn 05 ngày làm việc kể từ ngày nhận quyết định.",
    "Hồ sơ được giải quyết không quá 03 ngày làm việc.",
    "Gửi báo cáo trước 05 ngày so với ngày họp.",
    # the plan's own cost
    "Kinh phí thực hiện Kế hoạch là 150 triệu đồng từ ngân sách xã.",
    "Ngân sách xã hỗ trợ 50% kinh phí lắp đặt camera.",
    "Dự toán kinh phí 80.000.000 đồng (trong đó 50% từ ngân sách cấp trên).",
    "Tặng giấy khen cho 03 tập thể, 05 cá nhân tiêu biểu.",
    # words, conditions, products
    "Đạt từ 90 điểm trở lên: xếp loại xuất sắc.",
    "Tỷ lệ hồ sơ đúng hạn từ 95% trở lên: 10 điểm.",
    "Đạt từ 85 điểm trở lên: Giấy khen của Chủ tịch UBND xã.",
    "Xã đạt 91,5 điểm, xếp thứ 7/80 xã, phường.",
    "Cả xã có 4.200 hộ, trong đó trên 55% là đồng bào dân tộc thiểu số.",
    "Theo kết quả công bố, chỉ số hài lòng của tỉnh đạt 84,5%.",
    "Kết quả chấm điểm năm 2025: đạt 82,5 điểm.",
    "Triển khai 4 nhóm nền tảng số dùng chung.",
    "Thực hiện phương châm 3 không, 4 tại chỗ, 6 rõ.",
    "Tiếp tục cung cấp các dịch vụ công thiết yếu của Đề án 06, Quyết định 422.",
    "Đường dây nóng 0235.3861.234 hoạt động liên tục.",
    "Mỗi cơ quan có ít nhất một sáng kiến, hai giải pháp được áp dụng.",
    "Đơn vị có tỷ lệ hồ sơ trễ hạn trên 5% thì không được xét thi đua.",
    "Trường hợp điểm đánh giá dưới 80% thì người đứng đầu phải giải trình.",
    "Kế hoạch; 04 báo cáo quý",
    "Tiêu chí 3 được chấm tối đa 5 điểm.",
    "Nâng cao chất lượng phục vụ người dân và doanh nghiệp.",
]


@pytest.mark.parametrize(("text", "expected"), TARGETS, ids=[text[:60] for text, _ in TARGETS])
def test_every_target_is_found_once(text: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    found = find_clauses(text, first_year=2026)
    assert [(clause.comparator, clause.value, clause.unit) for clause in found] == expected


@pytest.mark.parametrize("text", NO_TARGETS)
def test_other_numbers_set_no_target(text: str) -> None:
    assert find_clauses(text, first_year=2026) == []


CUTS: list[tuple[str, list[tuple[str, str]]]] = [
    # text -> (clause, indicator) of each target
    (
        "- Tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 75%.",
        [("Tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 75%", "Tỷ lệ hồ sơ nộp trực tuyến")],
    ),
    # a measure before a colon is no label when nothing else says what is measured
    ("- Hồ sơ trả đúng hẹn: ≥ 99%.", [("Hồ sơ trả đúng hẹn: ≥ 99%", "Hồ sơ trả đúng hẹn")]),
    (
        "Phấn đấu 90% công chức được tập huấn về trí tuệ nhân tạo.",
        [
            (
                "Phấn đấu 90% công chức được tập huấn về trí tuệ nhân tạo",
                "công chức được tập huấn về trí tuệ nhân tạo",
            )
        ],
    ),
    (
        "Mức độ hài lòng chung đạt 95%. Trong đó, mức độ hài lòng về đất đai đạt 88%.",
        [
            ("Mức độ hài lòng chung đạt 95%", "Mức độ hài lòng chung"),
            ("mức độ hài lòng về đất đai đạt 88%", "mức độ hài lòng về đất đai"),
        ],
    ),
    (
        "Tiếp tục chuẩn hóa dữ liệu hộ tịch, đảm bảo 100% sổ hộ tịch giấy được số hóa.",
        [("đảm bảo 100% sổ hộ tịch giấy được số hóa", "sổ hộ tịch giấy được số hóa")],
    ),
    (
        "70% kiến nghị của cử tri được trả lời; tăng cường đối thoại tại thôn.",
        [("70% kiến nghị của cử tri được trả lời", "kiến nghị của cử tri được trả lời")],
    ),
    (
        "Phấn đấu 80% công chức đạt chuẩn kỹ năng số cơ bản; kỹ năng khai thác dữ liệu dùng chung.",
        [
            (
                "Phấn đấu 80% công chức đạt chuẩn kỹ năng số cơ bản; kỹ năng khai thác dữ liệu dùng chung",
                "công chức đạt chuẩn kỹ năng số cơ bản; kỹ năng khai thác dữ liệu dùng chung",
            )
        ],
    ),
    (
        "tỷ lệ hồ sơ đúng hạn đạt 98%, tỷ lệ hồ sơ cấp kết quả điện tử đạt 90%; tỷ lệ thanh toán trực tuyến đạt 70%",
        [
            ("tỷ lệ hồ sơ đúng hạn đạt 98%", "tỷ lệ hồ sơ đúng hạn"),
            ("tỷ lệ hồ sơ cấp kết quả điện tử đạt 90%", "tỷ lệ hồ sơ cấp kết quả điện tử"),
            ("tỷ lệ thanh toán trực tuyến đạt 70%", "tỷ lệ thanh toán trực tuyến"),
        ],
    ),
    (
        "Cải cách thể chế: 100% văn bản được thẩm định trước khi ban hành.",
        [("100% văn bản được thẩm định trước khi ban hành", "văn bản được thẩm định trước khi ban hành")],
    ),
    (
        "Đến năm 2030, tỷ lệ dịch vụ công toàn trình đạt 95%.",
        [("Đến năm 2030, tỷ lệ dịch vụ công toàn trình đạt 95%", "tỷ lệ dịch vụ công toàn trình")],
    ),
    (
        "Đăng ký giải pháp mới trong cải cách hành chính (1-2 giải pháp).",
        [
            (
                "Đăng ký giải pháp mới trong cải cách hành chính (1-2 giải pháp)",
                "Đăng ký giải pháp mới trong cải cách hành chính",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CUTS, ids=[text[:60] for text, _ in CUTS])
def test_clause_holds_exactly_one_target(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(clause.text, clause.indicator) for clause in find_clauses(text)] == expected


HORIZONS = [
    ("Đến năm 2030, tỷ lệ dịch vụ công toàn trình đạt 95%.", "Đến năm 2030"),
    ("Phấn đấu đến hết năm 2027 có 90% công chức được cấp chữ ký số.", "đến hết năm 2027"),
    ("Số hóa 100% sổ hộ tịch trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
    ("Năm 2027, 80% hồ sơ được nộp trực tuyến.", "Năm 2027"),
    ("Giai đoạn 2026 - 2028 giảm ít nhất 20% thời gian chờ.", "Giai đoạn 2026 - 2028"),
    ("Tỷ lệ hồ sơ trực tuyến đạt 85% vào năm 2028.", "vào năm 2028"),
    ("100% nhiệm vụ trong Kế hoạch năm 2026 được hoàn thành.", None),
    ("Tăng 5% số hồ sơ trực tuyến so với năm 2025.", None),
    ("Triển khai 100% nội dung Chiến lược chuyển đổi số đến năm 2035.", None),
]


@pytest.mark.parametrize(("text", "expected"), HORIZONS)
def test_horizon_limits_the_period_of_its_clause(text: str, expected: str | None) -> None:
    assert [clause.horizon for clause in find_clauses(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mức hài lòng của người dân đạt trên 95% (năm 2025: 93%).", ["95"]),
        ("Tỷ lệ hồ sơ đúng hạn đạt 100% (chỉ tiêu tỉnh giao 98%).", ["100"]),
        ("Số hồ sơ trễ hạn chiếm dưới 0,5% tổng số hồ sơ.", ["0,5"]),
    ],
)
def test_values_set_beside_a_target_are_none(text: str, values: list[str]) -> None:
    assert [clause.value for clause in find_clauses(text, first_year=2026)] == values


def test_clause_is_a_value_that_can_be_compared() -> None:
    assert find_clauses("100% tổ có hồ sơ số.") == [
        Clause("100% tổ có hồ sơ số", "tổ có hồ sơ số", None, "100", "%", None)
    ]


@pytest.mark.parametrize(
    "text",
    ["Hiện nay tỷ lệ hồ sơ trực tuyến đạt 60%.", "Hiện tại 60% hồ sơ được nộp trực tuyến."],
)
def test_how_things_stand_now_is_no_target(text: str) -> None:
    assert find_clauses(text) == []


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("Không có quá 02 văn bản trái quy định.", "không có quá", "02", "văn bản"),
        ("Bố trí 02 ki-ốt tra cứu tại Trung tâm.", None, "02", "ki-ốt"),
    ],
)
def test_counts_of_an_office(text: str, comparator: str | None, value: str, unit: str) -> None:
    (clause,) = find_clauses(text)
    assert (clause.comparator and clause.comparator.lower(), clause.value, clause.unit) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("cell", "value"), [("Hạng 10 - 20", "10-20"), ("Top 10", "10"), ("Đạt", None), ("Mức độ 3", None)]
)
def test_a_rank_in_a_value_cell(cell: str, value: str | None) -> None:
    found = read_value_cell(cell)
    assert (found.value_text if found else None) == value
