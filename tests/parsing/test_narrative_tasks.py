"""Tasks of plans without an annex: the work, and who leads, who helps, by when."""

from __future__ import annotations

import pytest

from pipelines.parsing.assignments import find_assignment
from pipelines.parsing.narrative_tasks import narrative_tasks
from pipelines.parsing.records import Provision

CLOSING = [
    # paragraph -> (text, lead, coordinating, deadline)
    (
        "Sửa sơ đồ phòng làm việc (CT: VP HĐND-UBND; PH: các phòng; TG: Quý II).",
        ("Sửa sơ đồ phòng làm việc", "VP HĐND-UBND", "các phòng", "Quý II"),
    ),
    (
        "Sửa sơ đồ phòng làm việc. CQ chủ trì: Trạm Y tế. CQ phối hợp: các ấp. Thời gian: Quý II.",
        ("Sửa sơ đồ phòng làm việc", "Trạm Y tế", "các ấp", "Quý II"),
    ),
    (
        "Dán nhãn tủ hồ sơ - Phòng Kinh tế chủ trì, hoàn thành trước 30/6/2026.",
        ("Dán nhãn tủ hồ sơ", "Phòng Kinh tế", None, "trước 30/6/2026"),
    ),
    ("Dán nhãn tủ hồ sơ (Phòng Kinh tế; Quý II/2026).", ("Dán nhãn tủ hồ sơ", "Phòng Kinh tế", None, "Quý II/2026")),
    (
        "Dán nhãn tủ hồ sơ. (Phòng Kinh tế thực hiện, hoàn thành trong tháng 3/2026)",
        ("Dán nhãn tủ hồ sơ", "Phòng Kinh tế", None, "trong tháng 3/2026"),
    ),
    (
        "Giao Phòng Kinh tế xây dựng phương án khoán chi, hoàn thành trong tháng 02/2026.",
        ("xây dựng phương án khoán chi", "Phòng Kinh tế", None, "trong tháng 02/2026"),
    ),
    (
        "Phòng Văn hóa - Xã hội chủ trì tham mưu tổ chức ngày hội đọc sách trong quý III/2026.",
        ("tổ chức ngày hội đọc sách", "Phòng Văn hóa - Xã hội", None, "trong quý III/2026"),
    ),
    (
        "Giao Phòng Kinh tế chủ trì, phối hợp với Đoàn kiểm tra và các tổ chức đoàn thể rà soát hộ kinh doanh chưa có tài "
        "khoản, hoàn thành trước ngày 30/6/2026.",
        (
            "rà soát hộ kinh doanh chưa có tài khoản",
            "Phòng Kinh tế",
            "Đoàn kiểm tra và các tổ chức đoàn thể",
            "trước ngày 30/6/2026",
        ),
    ),
    (
        "Phân công Văn phòng HĐND và UBND chủ trì xây dựng lịch tiếp công dân; Quý I/2026.",
        ("xây dựng lịch tiếp công dân", "Văn phòng HĐND và UBND", None, "Quý I/2026"),
    ),
    (
        "Giao Công an xã chủ trì, phối hợp với các ấp cập nhật mã định danh cho trẻ em.",
        ("cập nhật mã định danh cho trẻ em", "Công an xã", "các ấp", None),
    ),
    (
        "Trạm Y tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội lập hồ sơ sức khỏe điện tử hoàn thành trong quý III/2026.",
        ("lập hồ sơ sức khỏe điện tử", "Trạm Y tế", "Phòng Văn hóa - Xã hội", "trong quý III/2026"),
    ),
    (
        "Chuẩn hóa quy trình nội bộ. Đơn vị chủ trì: Văn phòng HĐND và UBND; đơn vị phối hợp: các phòng chuyên môn; "
        "thời gian: Quý II/2026.",
        ("Chuẩn hóa quy trình nội bộ", "Văn phòng HĐND và UBND", "các phòng chuyên môn", "Quý II/2026"),
    ),
    (
        "Mở lớp kỹ năng số. Cơ quan chủ trì: Phòng Văn hóa - Xã hội. Cơ quan phối hợp: Đoàn Thanh niên. "
        "Thời gian hoàn thành: Tháng 5/2026.",
        ("Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Đoàn Thanh niên", "Tháng 5/2026"),
    ),
    (
        "Lắp camera tại sảnh (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã; thời hạn: trước 30/6/2026).",
        ("Lắp camera tại sảnh", "Phòng Kinh tế", "Công an xã", "trước 30/6/2026"),
    ),
    (
        "Đối thoại với hộ kinh doanh. Giao Phòng Kinh tế chủ trì, phối hợp với Hội Nông dân xã tổ chức thực hiện; "
        "hoàn thành trong quý III/2026.",
        ("Đối thoại với hộ kinh doanh", "Phòng Kinh tế", "Hội Nông dân xã", "trong quý III/2026"),
    ),
    (
        "Khảo sát hài lòng (Văn phòng HĐND và UBND chủ trì, các ấp phối hợp; hoàn thành trước ngày 15/11/2026).",
        ("Khảo sát hài lòng", "Văn phòng HĐND và UBND", "các ấp", "trước ngày 15/11/2026"),
    ),
    (
        "Rà soát biên chế. Cơ quan chủ trì: Phòng Văn hóa - Xã hội; hoàn thành trước ngày 31/3/2026.",
        ("Rà soát biên chế", "Phòng Văn hóa - Xã hội", None, "trước ngày 31/3/2026"),
    ),
    # the time right behind the bodies, with no mark before it
    (
        "Dọn kho hồ sơ giấy. Giao Văn phòng HĐND và UBND chủ trì, phối hợp với các phòng liên quan hoàn thành trước "
        "ngày 20/02/2026.",
        ("Dọn kho hồ sơ giấy", "Văn phòng HĐND và UBND", "các phòng liên quan", "trước ngày 20/02/2026"),
    ),
    (
        "Trực hướng dẫn tại sảnh. Giao Trung tâm Phục vụ hành chính công chủ trì, phối hợp với Đoàn phường thực hiện "
        "thường xuyên.",
        ("Trực hướng dẫn tại sảnh", "Trung tâm Phục vụ hành chính công", "Đoàn phường", "thường xuyên"),
    ),
    (
        "Bồi dưỡng tiếng Khmer (Phòng Văn hóa - Xã hội chủ trì; nhà trường phối hợp; từ tháng 4 đến tháng 9/2026).",
        ("Bồi dưỡng tiếng Khmer", "Phòng Văn hóa - Xã hội", "nhà trường", "từ tháng 4 đến tháng 9/2026"),
    ),
    # the bodies in words, the time behind a label
    (
        "Thu nợ thuế. (Phòng Kinh tế chủ trì; thời gian: Quý III, IV/2026).",
        ("Thu nợ thuế", "Phòng Kinh tế", None, "Quý III, IV/2026"),
    ),
    (
        "Trả kết quả tại nhà (Thực hiện: Trung tâm Phục vụ hành chính công; phối hợp: các thôn; thời gian: Hằng tháng).",
        ("Trả kết quả tại nhà", "Trung tâm Phục vụ hành chính công", "các thôn", "Hằng tháng"),
    ),
    # the date of a document is no time
    (
        "Cấp thẻ căn cước. Giao Công an xã chủ trì, phối hợp với Trạm Y tế thực hiện theo Quyết định số 06/QĐ-TTg ngày "
        "06/01/2022.",
        ("Cấp thẻ căn cước", "Công an xã", "Trạm Y tế thực hiện theo Quyết định số 06/QĐ-TTg ngày 06/01/2022", None),
    ),
    # who watches over the work is no part of it and leads nothing
    (
        "Rà soát văn bản cũ. Lãnh đạo phụ trách: Phó Chủ tịch UBND xã. Cơ quan chủ trì: Văn phòng HĐND và UBND. "
        "Hoàn thành: 30/11/2026.",
        ("Rà soát văn bản cũ", "Văn phòng HĐND và UBND", None, "30/11/2026"),
    ),
]


def provision(text: str, sequence: int, marker: str = "-", *path: tuple[str, str]) -> Provision:
    return Provision(
        source_sha256="sha",
        sequence=sequence,
        marker=marker,
        marker_path=[step for step, _ in path],
        heading_path=[heading for _, heading in path],
        provision_text=text,
    )


@pytest.mark.parametrize(("text", "expected"), CLOSING, ids=[text[:40] for text, _ in CLOSING])
def test_an_assignment_that_closes_the_paragraph(text: str, expected: tuple[str | None, ...]) -> None:
    (row,) = narrative_tasks([provision(text, 1, "-", ("II", "NHIỆM VỤ"), ("3", "Cải cách thủ tục"))], "sha")
    found = (row.task_text.rstrip("."), row.lead_text, row.coordinating_text, row.deadline_text)
    assert found == expected
    assert row.source_kind == "narrative"
    assert row.heading_path == ["NHIỆM VỤ", "Cải cách thủ tục"]


def test_an_assignment_in_lines_after_the_item() -> None:
    path = ("II", "NHIỆM VỤ"), ("2", "Cải cách thể chế")
    rows = narrative_tasks(
        [
            provision("Tự kiểm tra văn bản đã ban hành.", 1, "a)", *path),
            provision("Đơn vị chủ trì: Văn phòng HĐND và UBND.", 2, "", *path),
            provision("Thời gian thực hiện: Thường xuyên.", 3, "", *path),
            provision("Sản phẩm: Báo cáo.", 4, "", *path),
            provision("Nâng cao ý thức chấp hành pháp luật.", 5, "b)", *path),
        ],
        "sha",
    )
    assert [(r.printed_number, r.task_text, r.lead_text, r.deadline_text, r.output_text) for r in rows] == [
        ("a", "Tự kiểm tra văn bản đã ban hành.", "Văn phòng HĐND và UBND", "Thường xuyên", "Báo cáo")
    ]


def test_an_assignment_in_lines_under_the_item() -> None:
    chapter = ("II", "NHIỆM VỤ")
    rows = narrative_tasks(
        [
            provision("Chủ trì: Phòng Kinh tế;", 1, "+", chapter, ("1", "Lập dự toán chi thường xuyên:")),
            provision("Phối hợp: Kho bạc khu vực;", 2, "+", chapter, ("1", "Lập dự toán chi thường xuyên:")),
            provision("Thời hạn: Quý I.", 3, "+", chapter, ("1", "Lập dự toán chi thường xuyên:")),
            provision("Chủ trì: Công an xã;", 4, "+", chapter, ("2", "Cấp định danh điện tử")),
        ],
        "sha",
        first_sequence=3,
    )
    assert [(r.sequence, r.printed_number, r.task_text, r.lead_text, r.coordinating_text) for r in rows] == [
        (3, "1", "Lập dự toán chi thường xuyên", "Phòng Kinh tế", "Kho bạc khu vực"),
        (4, "2", "Cấp định danh điện tử", "Công an xã", None),
    ]
    assert rows[0].heading_path == ["NHIỆM VỤ"]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì, phối hợp với các đơn vị theo dõi việc thực hiện Kế hoạch này.",
        "Phòng Kinh tế chủ trì, phối hợp với các phòng lập dự toán hằng năm.",
        "Thường xuyên phối hợp tuyên truyền đến hội viên.",
        "Thời gian báo cáo trước ngày 15 hằng tháng.",
        "Phòng Kinh tế thực hiện việc thu thập số liệu phục vụ báo cáo.",
        "Giao các phòng căn cứ Kế hoạch này tổ chức thực hiện.",
        "Hồ sơ được bổ sung (bản chính; tháng 3/2026).",
    ],
)
def test_duties_are_no_tasks(text: str) -> None:
    assert narrative_tasks([provision(text, 1, "-", ("IV", "TỔ CHỨC THỰC HIỆN"))], "sha") == ()


def test_one_label_for_both_roles() -> None:
    found = find_assignment("Ban hành quy chế. Cơ quan chủ trì, phối hợp: Văn phòng chủ trì, Phòng Kinh tế phối hợp.")
    assert found is not None
    assert found.fields == {"joint": "Văn phòng chủ trì, Phòng Kinh tế phối hợp"}
