"""Task and target tables in the layouts that offices use."""

from __future__ import annotations

from pipelines.parsing.annexes import AnnexRecords, parse_tables
from pipelines.parsing.captions import CaptionedTable, captioned_tables
from pipelines.reading.document import Table
from tests.parsing.documents import paragraphs
from tests.parsing.grids import grid

HEADER = ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian"]


def parse(
    *tables: Table, title: str | None = None, period: str = "năm 2026", leads: tuple[str, ...] = ()
) -> AnnexRecords:
    lead_ins = [*leads, *[None] * len(tables)]
    captioned = [CaptionedTable(t, title, None, lead) for t, lead in zip(tables, lead_ins, strict=False)]
    return parse_tables(captioned, "sha", period_text=period)


def numbers(records: AnnexRecords) -> list[tuple[str | None, str, int | None]]:
    return [(t.printed_number, t.task_text, t.parent_sequence) for t in records.tasks]


def test_groups_marked_in_their_own_cell_or_across_the_table() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["I", "CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "", ""],
                ["1", "Lập kế hoạch kiểm tra", "Kế hoạch", "Phòng Văn hóa - Xã hội", "", "Quý I"],
                ["II. Cải cách thể chế (01 nhiệm vụ)", "<", "<", "<", "<", "<"],
                ["1", "Rà soát văn bản", "Báo cáo", "Văn phòng HĐND và UBND", "Công an xã", "Quý II"],
                ["Nội dung 3. Thủ tục hành chính", "<", "<", "<", "<", "<"],
                ["1", "Niêm yết thủ tục", "", "Trung tâm Phục vụ hành chính công", "", "Thường xuyên"],
            ]
        )
    )
    assert [t.group_label for t in records.tasks] == [
        "I CHỈ ĐẠO, ĐIỀU HÀNH",
        "II. Cải cách thể chế (01 nhiệm vụ)",
        "Nội dung 3. Thủ tục hành chính",
    ]
    assert records.tasks[0].coordinating_text is None
    assert records.annexes[0].columns == HEADER
    assert records.annexes[0].annex_kind == "task"


def test_a_group_inside_a_group_keeps_the_label_that_names_the_domain() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["A", "CẢI CÁCH TÀI CHÍNH CÔNG", "", "", "", ""],
                ["I", "Nhiệm vụ thường xuyên", "", "", "", ""],
                ["1", "Công khai dự toán", "Quyết định", "Phòng Kinh tế", "", "Quý I"],
            ]
        )
    )
    assert records.tasks[0].group_label == "A CẢI CÁCH TÀI CHÍNH CÔNG"


def test_a_numbered_row_without_other_cells_is_the_parent_of_its_sub_rows() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["I", "CẢI CÁCH THỂ CHẾ", "", "", "", ""],
                ["1", "Kiểm tra văn bản đã ban hành", "", "", "", ""],
                ["", "Lập kế hoạch kiểm tra", "Kế hoạch", "Văn phòng", "", "Quý I"],
                ["", "Báo cáo kết quả", "Báo cáo", "Văn phòng", "", "Quý IV"],
                ["2", "Phổ biến pháp luật", "Kế hoạch", "Văn phòng", "", "Quý II"],
                ["2.1", "Biên soạn tài liệu", "Tài liệu", "Văn phòng", "", "Quý II"],
                ["a)", "In tờ gấp", "Tờ gấp", "Văn phòng", "", "Quý II"],
                ["-", "Phát tờ gấp", "", "Các ấp", "", "Quý III"],
            ]
        )
    )
    assert numbers(records) == [
        ("1", "Kiểm tra văn bản đã ban hành", None),
        (None, "Lập kế hoạch kiểm tra", 1),
        (None, "Báo cáo kết quả", 1),
        ("2", "Phổ biến pháp luật", None),
        ("2.1", "Biên soạn tài liệu", 4),
        ("a)", "In tờ gấp", 4),
        (None, "Phát tờ gấp", 6),
    ]


def test_merged_cells_stand_in_every_row_they_span() -> None:
    records = parse(
        grid(
            [
                ["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Chủ trì", "Thời gian"],
                ["1", "90% hồ sơ nộp trực tuyến", "Hỗ trợ nộp hồ sơ", "Tập huấn", "Phòng A", "Quý I"],
                ["^", "^", "^", "Trực hỗ trợ tại sảnh", "^", "Thường xuyên"],
                ["2", "^", "Truyền thông", "Phát thanh", "Phòng B", "Quý II"],
            ]
        )
    )
    assert [t.objective_text for t in records.tasks] == ["90% hồ sơ nộp trực tuyến"] * 3
    assert [t.lead_text for t in records.tasks] == ["Phòng A", "Phòng A", "Phòng B"]
    assert [t.parent_sequence for t in records.tasks] == [None, 1, None]
    assert [c.source_ref for c in records.targets] == ["task:1"]


def test_two_level_header_with_column_numbers_below() -> None:
    records = parse(
        grid(
            [
                ["STT", "Nội dung nhiệm vụ", "Trách nhiệm", "<", "Tiến độ"],
                ["^", "^", "Đơn vị chủ trì", "Đơn vị phối hợp", "^"],
                ["(1)", "(2)", "(3)", "(4)", "(5)"],
                ["1", "Kiện toàn tổ công nghệ số", "Phòng Văn hóa - Xã hội", "Các ấp", "Tháng 2"],
            ]
        )
    )
    assert len(records.tasks) == 1
    task = records.tasks[0]
    assert (task.lead_text, task.coordinating_text, task.deadline_text) == (
        "Phòng Văn hóa - Xã hội",
        "Các ấp",
        "Tháng 2",
    )


def test_one_column_for_both_roles() -> None:
    records = parse(
        grid(
            [
                ["TT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời hạn"],
                ["1", "Khảo sát hài lòng", "Văn phòng chủ trì; Phòng Kinh tế phối hợp", "Quý IV"],
            ]
        ),
        grid(
            [
                ["TT", "Nhiệm vụ", "Phân công thực hiện", "Thời hạn"],
                ["1", "Khảo sát hài lòng", "Chủ trì: Văn phòng; phối hợp: Phòng Kinh tế", "Quý IV"],
                ["2", "Sơ kết phong trào", "Văn phòng", "Quý II"],
            ]
        ),
    )
    assert [t.has_joint_roles for t in records.tasks] == [True, True, False]
    assert all(t.coordinating_text is None for t in records.tasks)


def test_totals_and_repeated_headers_are_no_tasks() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["1", "Sơ kết công tác", "Báo cáo", "Văn phòng", "", "Quý II"],
                HEADER,
                ["2", "Tổng kết công tác", "Báo cáo", "Văn phòng", "", "Quý IV"],
                ["Tổng cộng: 02 nhiệm vụ", "<", "<", "<", "<", "<"],
            ]
        )
    )
    assert [t.task_text for t in records.tasks] == ["Sơ kết công tác", "Tổng kết công tác"]
    assert records.annexes[0].printed_total_text == "Tổng cộng: 02 nhiệm vụ"


def test_a_table_carried_on_without_its_header() -> None:
    records = parse(
        grid(
            [HEADER, ["I", "CẢI CÁCH THỂ CHẾ", "", "", "", ""], ["1", "Rà soát", "Báo cáo", "Văn phòng", "", "Quý I"]]
        ),
        grid(
            [
                ["", "Công bố danh mục", "Quyết định", "Văn phòng", "", "Quý I"],
                ["2", "Kiểm tra", "", "Văn phòng", "", "Quý II"],
            ]
        ),
    )
    assert numbers(records) == [("1", "Rà soát", None), (None, "Công bố danh mục", 1), ("2", "Kiểm tra", None)]
    assert {t.group_label for t in records.tasks} == {"I CẢI CÁCH THỂ CHẾ"}
    assert len(records.annexes) == 1


def test_a_table_without_any_header_is_told_by_its_contents() -> None:
    records = parse(
        grid(
            [
                ["1", "Xây dựng kế hoạch cải cách hành chính của xã", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
                ["2", "Tổ chức đối thoại với người dân về thủ tục", "Văn phòng HĐND và UBND", "Tháng 9/2026"],
                ["3", "Duy trì chuyên mục tuyên truyền trên đài", "Trung tâm Dịch vụ tổng hợp", "Thường xuyên"],
            ]
        )
    )
    assert [t.lead_text for t in records.tasks] == [
        "Phòng Văn hóa - Xã hội",
        "Văn phòng HĐND và UBND",
        "Trung tâm Dịch vụ tổng hợp",
    ]
    assert [t.deadline_text for t in records.tasks] == ["Quý I/2026", "Tháng 9/2026", "Thường xuyên"]


def test_an_annex_a_domain_labels_its_rows_with_the_caption() -> None:
    rows = [HEADER, ["1", "Rà soát", "Báo cáo", "Văn phòng", "", "Quý I"]]
    records = parse(grid(rows), grid(rows), leads=("1. Cải cách thể chế", "2. Cải cách thủ tục hành chính"))
    assert [t.group_label for t in records.tasks] == ["1. Cải cách thể chế", "2. Cải cách thủ tục hành chính"]
    assert [t.annex_sequence for t in records.tasks] == [1, 2]


def test_a_row_knows_its_place() -> None:
    records = parse(grid([HEADER, ["1", "Rà soát", "Báo cáo", "Văn phòng", "", "Quý I"]]))
    task = records.tasks[0]
    assert (task.page, task.x0, task.top, task.x1, task.bottom) == (1, 0.0, 20.0, 600.0, 40.0)


def test_a_note_column_is_kept_apart() -> None:
    records = parse(grid([["STT", "Nhiệm vụ", "Chủ trì", "Ghi chú"], ["1", "Rà soát", "Văn phòng", "Bổ sung mới"]]))
    assert records.tasks[0].note_text == "Bổ sung mới"
    assert records.tasks[0].output_text is None


def test_other_tables_yield_nothing() -> None:
    records = parse(
        grid([["Nơi nhận: - Như trên; - Lưu: VT.", "CHỦ TỊCH Nguyễn Văn An"]]),
        grid([["TT", "Nội dung tiêu chí", "Điểm tối đa"], ["1", "Gửi báo cáo đúng hạn", "10"]]),
    )
    assert records == AnnexRecords()


def test_target_columns_stages_and_baseline() -> None:
    records = parse(
        grid(
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2025", "Mục tiêu", "<", "Cơ quan chủ trì"],
                ["^", "^", "^", "^", "Năm 2026", "Năm 2027", "^"],
                ["I", "Thủ tục hành chính", "", "", "", "", ""],
                ["1", "Tỷ lệ hồ sơ đúng hạn.", "%", "97,1", "98,5", "≥ 99", "Văn phòng"],
                ["2", "Số lớp tập huấn", "lớp", "1", "02-03", "", "Phòng Văn hóa - Xã hội"],
                ["3", "Xây dựng chính quyền thân thiện", "", "", "Đạt", "Đạt", "Văn phòng"],
            ]
        )
    )
    found = [(c.source_ref, c.stage_text, c.comparator_text, c.value_text, c.unit_text) for c in records.targets]
    assert found == [
        ("annex:I.1", "Năm 2026", None, "98,5", "%"),
        ("annex:I.1", "Năm 2027", "≥", "99", "%"),
        ("annex:I.2", "Năm 2026", None, "02-03", "lớp"),
    ]
    first = records.targets[0]
    assert first.clause_text == "Tỷ lệ hồ sơ đúng hạn."
    assert first.indicator_text == "Tỷ lệ hồ sơ đúng hạn"
    assert first.responsible_text == "Văn phòng"
    assert first.domain_labels == ["I Thủ tục hành chính"]
    assert records.annexes[0].annex_kind == "target"


def test_target_groups_give_stages_and_cells_their_comparison() -> None:
    records = parse(
        grid(
            [
                ["STT", "Tên chỉ tiêu", "Kết quả", "Đơn vị theo dõi"],
                ["A", "Giai đoạn 2026 - 2027", "", ""],
                ["1", "Tỷ lệ số hóa hồ sơ", "trên 80%", "Trung tâm Phục vụ hành chính công"],
                ["B", "Giai đoạn 2028 - 2030", "", ""],
                ["1", "Tỷ lệ số hóa hồ sơ đến năm 2030", "từ 95% trở lên", "Trung tâm Phục vụ hành chính công"],
                ["2", "Thời gian chờ", "Tối đa 15 phút", "Trung tâm Phục vụ hành chính công"],
            ]
        ),
        period="giai đoạn 2026-2030",
    )
    found = [(c.stage_text, c.comparator_text, c.value_text, c.unit_text, c.horizon_text) for c in records.targets]
    assert found == [
        ("Giai đoạn 2026 - 2027", "trên", "80", "%", None),
        ("Giai đoạn 2028 - 2030", "từ ... trở lên", "95", "%", "đến năm 2030"),
        ("Giai đoạn 2028 - 2030", "Tối đa", "15", "phút", None),
    ]
    assert records.targets[1].indicator_text == "Tỷ lệ số hóa hồ sơ"


def test_sub_rows_of_an_indicator_measure_it() -> None:
    records = parse(
        grid(
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2026"],
                ["1", "Tỷ lệ hồ sơ trực tuyến", "", ""],
                ["", "- Lĩnh vực hộ tịch", "%", "90"],
                ["", "- Lĩnh vực đất đai", "%", "60"],
            ]
        )
    )
    assert [(c.clause_text, c.indicator_text, c.source_ref) for c in records.targets] == [
        ("- Lĩnh vực hộ tịch", "Tỷ lệ hồ sơ trực tuyến: Lĩnh vực hộ tịch", "annex:1"),
        ("- Lĩnh vực đất đai", "Tỷ lệ hồ sơ trực tuyến: Lĩnh vực đất đai", "annex:1"),
    ]


def test_targets_stated_in_the_indicator_itself() -> None:
    records = parse(
        grid(
            [
                ["TT", "Chỉ tiêu", "Cơ quan chủ trì"],
                ["1", "Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 98%", "Văn phòng"],
                ["2", "Nâng cao ý thức phục vụ", "Văn phòng"],
            ]
        )
    )
    assert [(c.comparator_text, c.value_text, c.responsible_text) for c in records.targets] == [
        ("tối thiểu", "98", "Văn phòng")
    ]


def test_one_target_said_twice_in_a_row_counts_once() -> None:
    records = parse(
        grid(
            [
                ["TT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"],
                [
                    "1",
                    "80% hồ sơ được số hóa",
                    "Số hóa hồ sơ",
                    "80% hồ sơ được số hóa trên hệ thống",
                    "Văn phòng",
                    "Quý I",
                ],
                ["2", "80% hồ sơ được số hóa", "Kiểm tra số hóa", "02 cuộc kiểm tra", "Văn phòng", "Quý I"],
            ]
        )
    )
    assert [(c.source_ref, c.value_text, c.unit_text) for c in records.targets] == [
        ("task:1", "80", "%"),
        ("task:2", "80", "%"),
        ("task:2", "02", "cuộc"),
    ]


def test_a_heading_across_the_row_under_a_roman_group_is_a_task_with_sub_rows() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["I", "CẢI CÁCH THỂ CHẾ", "", "", "", ""],
                ["1. Theo dõi thi hành pháp luật", "<", "<", "<", "<", "<"],
                ["-", "Lập kế hoạch", "Kế hoạch", "Văn phòng", "", "Quý I"],
            ]
        )
    )
    assert numbers(records) == [("1.", "Theo dõi thi hành pháp luật", None), (None, "Lập kế hoạch", 1)]
    assert records.tasks[0].lead_text is None


def test_arabic_groups_that_name_domains() -> None:
    records = parse(
        grid(
            [
                ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"],
                ["1", "Cải cách thể chế", "", ""],
                ["1.1", "Rà soát văn bản", "Văn phòng", "Quý I"],
                ["2", "Cải cách tài chính công", "", ""],
                ["2.1", "Công khai dự toán", "Phòng Kinh tế", "Quý I"],
            ]
        )
    )
    assert [(t.printed_number, t.group_label) for t in records.tasks] == [
        ("1.1", "1 Cải cách thể chế"),
        ("2.1", "2 Cải cách tài chính công"),
    ]


def test_a_group_row_that_also_names_a_lead() -> None:
    records = parse(
        grid([HEADER, ["I", "Cải cách thể chế", "", "Văn phòng", "", ""], ["1", "Rà soát", "Báo cáo", "", "", "Quý I"]])
    )
    assert [(t.task_text, t.group_label) for t in records.tasks] == [("Rà soát", "I Cải cách thể chế")]


def test_numbers_inside_the_task_cell() -> None:
    records = parse(
        grid(
            [
                ["Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"],
                ["II. CẢI CÁCH THỂ CHẾ", "", "", ""],
                ["1. Rà soát văn bản", "Báo cáo", "Văn phòng", "Quý I"],
                ["- Lập danh mục", "Danh mục", "Văn phòng", "Quý I"],
            ]
        )
    )
    assert numbers(records) == [("1.", "1. Rà soát văn bản", None), (None, "- Lập danh mục", 1)]


def test_a_title_above_the_header_and_a_lower_level_left_unmerged() -> None:
    records = parse(
        grid(
            [
                ["DANH MỤC NHIỆM VỤ NĂM 2026", "<", "<", "<", "<"],
                ["TT", "Nhiệm vụ", "Trách nhiệm thực hiện", "", "Tiến độ"],
                ["", "", "Chủ trì", "Phối hợp", ""],
                ["1", "Rà soát văn bản", "Văn phòng", "Công an xã", "Quý I"],
            ]
        )
    )
    task = records.tasks[0]
    assert (task.lead_text, task.coordinating_text, task.deadline_text) == ("Văn phòng", "Công an xã", "Quý I")


def test_start_and_end_columns() -> None:
    records = parse(
        grid(
            [
                ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "<"],
                ["^", "^", "^", "Bắt đầu", "Kết thúc"],
                ["1", "Rà soát", "Văn phòng", "Tháng 1", "Tháng 3"],
            ]
        )
    )
    assert (records.tasks[0].deadline_text, records.tasks[0].note_text) == ("Tháng 3", "Tháng 1")


def test_a_sum_of_money_is_no_total_of_tasks() -> None:
    records = parse(
        grid(
            [
                ["STT", "Nhiệm vụ", "Chủ trì", "Kinh phí (triệu đồng)"],
                ["1", "In tờ gấp", "Văn phòng", "20"],
                ["", "Tổng cộng", "", "20"],
            ]
        )
    )
    assert records.annexes[0].printed_total_text is None
    assert records.tasks[0].budget_text == "20"


def test_a_numbered_row_whose_words_sound_like_labels_is_no_header() -> None:
    records = parse(
        grid(
            [
                ["Nhiệm vụ", "TT", "Sản phẩm", "Chủ trì", "Thời gian"],
                ["Nội dung chỉ tiêu", "1", "Kế hoạch", "Đơn vị thực hiện", "Quý I"],
                ["Mục tiêu chi tiết", "2", "Báo cáo", "Phòng Kinh tế", "Quý II"],
            ]
        )
    )
    assert [t.printed_number for t in records.tasks] == ["1", "2"]


def test_a_table_of_scores_that_names_the_value_to_reach_holds_targets() -> None:
    records = parse(
        grid(
            [
                ["TT", "Tiêu chí", "Điểm tối đa", "Kế hoạch năm 2026"],
                ["1", "Hài lòng của người dân", "10", "9,5"],
            ]
        )
    )
    assert [target.value_text for target in records.targets] == ["9,5"]


def test_a_heading_across_the_row_over_numbered_tasks_is_a_group() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["I", "CẢI CÁCH THỂ CHẾ", "<", "<", "<", "<"],
                ["1", "Việc làm hằng năm", "<", "<", "<", "<"],
                ["1.1", "Lập kế hoạch", "Kế hoạch", "Văn phòng", "", "Quý I"],
                ["1.2", "Báo cáo kết quả", "Báo cáo", "Văn phòng", "", "Quý IV"],
                ["2", "Việc làm thêm", "<", "<", "<", "<"],
                ["2.1", "Tập huấn", "Hội nghị", "Văn phòng", "", "Quý II"],
            ]
        )
    )
    assert numbers(records) == [
        ("1.1", "Lập kế hoạch", None),
        ("1.2", "Báo cáo kết quả", None),
        ("2.1", "Tập huấn", None),
    ]
    assert {task.group_label for task in records.tasks} == {"I CẢI CÁCH THỂ CHẾ"}


def test_a_first_row_of_office_words_is_no_second_header_row() -> None:
    records = parse(
        grid(
            [
                ["Nhiệm vụ", "Kết quả", "Chủ trì", "Phối hợp", "Thời gian"],
                ["Xây dựng, ban hành kế hoạch", "Kế hoạch", "Đơn vị đầu mối", "Đơn vị liên quan", "Trước ngày 20/01"],
            ]
        )
    )
    assert [task.task_text for task in records.tasks] == ["Xây dựng, ban hành kế hoạch"]


def test_a_header_typed_again_in_other_words_is_no_task() -> None:
    records = parse(
        grid(
            [
                HEADER,
                ["Cải cách thể chế", "<", "<", "<", "<", "<"],
                ["1", "Rà soát văn bản", "Báo cáo", "Văn phòng", "", "Quý I"],
                ["Cải cách tài chính công", "<", "<", "<", "<", "<"],
                ["TT", "Nhiệm vụ", "Kết quả", "CQ chủ trì", "CQ phối hợp", "Thời hạn"],
                ["1", "Công khai dự toán", "Quyết định", "Phòng Kinh tế", "", "Quý I"],
            ]
        )
    )
    assert [task.task_text for task in records.tasks] == ["Rà soát văn bản", "Công khai dự toán"]


def test_a_list_of_persons_is_no_task_table() -> None:
    records = parse(
        grid(
            [
                ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ trong Tổ"],
                ["1", "Lò Thị Hạnh", "Chủ tịch UBND xã", "Tổ trưởng"],
                ["2", "Quàng Văn Inh", "Trưởng phòng Văn hóa - Xã hội", "Thành viên"],
            ]
        )
    )
    assert records.tasks == []


def test_a_heading_some_lines_above_a_table_labels_its_rows() -> None:
    table = grid([["TT", "Việc cần làm", "Chủ trì"], ["1", "Rà soát", "Văn phòng"]])
    lines = ("**1. Cải cách thể chế**", "Tập trung các việc sau:", "**2. Tuyên truyền**", "Các việc sau:")
    first, second = paragraphs(*lines)[:2], paragraphs(*lines)[2:]
    found = list(captioned_tables([*first, table, *second, table]))
    assert [captioned.group() for captioned in found] == ["1. Cải cách thể chế", None]


def test_column_numbers_one_of_which_a_label_runs_into() -> None:
    numbering = ["(1)", "(2)", "(3)", "(4)", "(5)", "thành(6)"]
    row = ["1", "Rà soát", "Báo cáo", "Văn phòng", "", "Quý I"]
    assert [task.task_text for task in parse(grid([HEADER, row, numbering, row])).tasks] == ["Rà soát", "Rà soát"]


def test_a_column_whose_label_says_nothing_is_named_by_its_cells() -> None:
    records = parse(
        grid(
            [
                ["TT", "Nhiệm vụ", "Đơn v] thục hien", "Sản phẩm", "Hạn"],
                ["1", "Niêm yết thủ tục", "Văn phòng HĐND và UBND", "Bảng niêm yết", "Quý I"],
                ["2", "Kiểm kê tài sản", "Phòng Kinh tế", "Biên bản", "Tháng 12"],
                ["3", "Tập huấn tổ công nghệ số", "Phòng Văn hóa - Xã hội", "", "Quý II"],
            ]
        )
    )
    assert [t.lead_text for t in records.tasks][:2] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]
    assert [t.deadline_text for t in records.tasks] == ["Quý I", "Tháng 12", "Quý II"]


def test_groups_and_tasks_in_one_column() -> None:
    records = parse(
        grid(
            [
                ["Stt", "Lĩnh vực/Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"],
                ["I", "Cải cách thể chế", "", "", ""],
                ["1", "Rà soát văn bản", "Báo cáo", "Văn phòng", "Quý I"],
            ]
        )
    )
    assert [(t.task_text, t.group_label) for t in records.tasks] == [("Rà soát văn bản", "I Cải cách thể chế")]
