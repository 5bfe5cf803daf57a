"""Targets of the narrative and of task rows: where they stand, for when, and who answers for them."""

from __future__ import annotations

import pytest

from pipelines.parsing.records import Provision, TaskRow
from pipelines.parsing.targets import narrative_targets, source_reference, task_targets


def provision(text: str, *path: tuple[str, str], marker: str = "-", sequence: int = 1) -> Provision:
    return Provision(
        source_sha256="sha",
        sequence=sequence,
        page=3,
        marker_path=[step for step, _ in path],
        heading_path=[heading for _, heading in path],
        marker=marker,
        provision_text=text,
    )


def task(text: str, sequence: int = 1, **fields: str | int | None) -> TaskRow:
    return TaskRow(source_sha256="sha", sequence=sequence, source_kind="annex", task_text=text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        (["I", "3"], "I.3"),
        (["II", "1", "1.1"], "II.1.1"),
        (["I", "2", "-"], "I.2"),
        (["II", "2", "b)"], "II.2.b"),
        (["A", "II", "3", "3.2", "3.2.1"], "A.II.3.2.1"),
        ([], ""),
    ],
)
def test_reference_is_the_path_of_numbered_headings(path: list[str], reference: str) -> None:
    assert source_reference(path) == reference


def test_a_stage_heading_gives_its_stage() -> None:
    chapter, section = ("I", "MỤC TIÊU, YÊU CẦU"), ("2", "Một số chỉ tiêu")
    targets = narrative_targets(
        [
            provision("70% hồ sơ nộp trực tuyến.", chapter, section, ("-", "Giai đoạn 2026 - 2027:")),
            provision("90% hồ sơ nộp trực tuyến.", chapter, section, ("-", "Đến năm 2030, phấn đấu:")),
            provision("Mức hài lòng đạt 95%.", chapter, ("3", "Chỉ tiêu phấn đấu năm 2028")),
            provision("100% thủ tục được niêm yết.", ("II", "NHIỆM VỤ TRỌNG TÂM NĂM 2026"), ("1", "Cải cách thể chế")),
        ],
        "sha",
    )
    assert [t.stage_text for t in targets] == ["Giai đoạn 2026 - 2027", "Đến năm 2030", "năm 2028", None]
    assert targets[3].domain_labels == ["Cải cách thể chế", "NHIỆM VỤ TRỌNG TÂM NĂM 2026"]


def test_a_lead_in_gives_its_stage_to_the_list_below_it() -> None:
    where = ("I", "Mục tiêu"), ("2", "Mục tiêu cụ thể")
    targets = narrative_targets(
        [
            provision("Đến năm 2028, hoàn thành các chỉ tiêu sau:", *where, marker=""),
            provision("80% công chức có chữ ký số.", *where),
            provision("60% hộ kinh doanh thanh toán không tiền mặt.", ("I", "Mục tiêu"), ("3", "Yêu cầu")),
        ],
        "sha",
    )
    assert [t.stage_text for t in targets] == ["Đến năm 2028", None]


def test_an_item_label_is_the_nearest_domain_label() -> None:
    targets = narrative_targets(
        [provision("Tài chính công: tiết kiệm tối thiểu 10% chi thường xuyên.", ("I", "Mục tiêu"), marker="d)")], "sha"
    )
    assert targets[0].domain_labels == ["Tài chính công", "Mục tiêu"]
    assert targets[0].clause_text == "tiết kiệm tối thiểu 10% chi thường xuyên"
    assert targets[0].responsible_text is None
    assert targets[0].page == 3


@pytest.mark.parametrize(
    "heading",
    ["KẾT QUẢ THỰC HIỆN NĂM 2025", "Đánh giá tình hình", "Những hạn chế, tồn tại", "Thực trạng"],
)
def test_a_look_back_sets_no_target(heading: str) -> None:
    assert narrative_targets([provision("Tỷ lệ hồ sơ đúng hạn đạt 97%.", ("I", heading))], "sha") == ()


def test_results_to_reach_are_no_look_back() -> None:
    assert narrative_targets([provision("Số hóa 90% hồ sơ.", ("I", "Kết quả cần đạt"))], "sha")


def test_a_row_answers_for_its_targets() -> None:
    targets = task_targets(
        [
            task("Số hóa hồ sơ", 4, objective_text="90% hồ sơ được số hóa", output_text="90% hồ sơ được số hóa",
                 lead_text="Văn phòng", group_label="III CẢI CÁCH TTHC", annex_sequence=2),
        ],
        "sha",
        first_sequence=7,
    )  # fmt: skip
    assert [(t.sequence, t.source_ref, t.task_sequence, t.responsible_text) for t in targets] == [
        (7, "task:4", 4, "Văn phòng")
    ]
    assert targets[0].domain_labels == ["III CẢI CÁCH TTHC"]


def test_a_text_repeated_in_a_sub_row_is_a_merged_cell() -> None:
    rows = [
        task("Tập huấn cho 80% công chức", 1, printed_number="1", activity_text="Lập danh sách"),
        task("Tập huấn cho 80% công chức", 2, parent_sequence=1, activity_text="Mở 02 lớp"),
        task("Tập huấn cho 80% công chức", 3, printed_number="2"),
    ]
    assert [(t.source_ref, t.value_text) for t in task_targets(rows, "sha")] == [
        ("task:1", "80"),
        ("task:2", "02"),
        ("task:3", "80"),
    ]
