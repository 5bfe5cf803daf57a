"""Twenty defects planted in a sound plan: the rules find them, and nothing in the sound plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from quality.catalogue import load_catalogue
from quality.gate import FINDINGS_NAME, run_gate
from tests.candidates import Candidate

_TEXTS = (
    "Tuyên truyền về cải cách hành chính trên hệ thống truyền thanh.",
    "Kiểm tra công tác cải cách hành chính tại ít nhất 25% đơn vị.",
    "Tổ chức đối thoại với người dân và doanh nghiệp.",
    "Tự chấm điểm Chỉ số cải cách hành chính của xã.",
    "Báo cáo định kỳ hằng quý về kết quả thực hiện.",
    "Kinh phí thực hiện lấy từ ngân sách được giao.",
    "Rà soát quy trình tiếp nhận hồ sơ của từng bộ phận.",
    "Bồi dưỡng kỹ năng giao tiếp cho công chức.",
    "Công khai dự toán theo quy định.",
    "Duy trì trang thông tin điện tử của xã.",
)
_TASKS = (
    "Đăng tin trên hệ thống truyền thanh",
    "Rà soát văn bản đã ban hành",
    "Niêm yết quy trình tại nơi tiếp nhận",
    "Sắp xếp lại phòng làm việc",
    "Cử công chức học lớp kỹ năng",
    "Công khai dự toán thu chi",
    "Số hóa hồ sơ lưu trữ",
    "Khảo sát ý kiến người dân",
)
_INDICATORS = ("FILES_ON_TIME", "FILES_ONLINE", "SATISFACTION_PROCEDURES", "FILES_DIGITISED", "OPEN_DATA")


def _sound() -> Candidate:
    candidate = Candidate()
    candidate.plan("p1", issued_on=date(2026, 1, 5))
    candidate.annex(1)
    candidate.citation(1)
    candidate.add("fct_citation", plan_id="p1", document_kind="Nghị quyết", document_number="76/NQ-CP")
    for number, text in enumerate(_TEXTS, start=1):
        candidate.provision(number, provision_text=text)
    candidate.provision(
        11, section_path="II", heading="Tổ chức", provision_kind="responsibility", provision_text="Văn phòng theo dõi."
    )
    for number, text in enumerate(_TASKS, start=1):
        domain = min(number, 7)
        candidate.task(
            number,
            task_text=text,
            coordinating_text="Các phòng chuyên môn",
            domain_code=domain,
            group_label=f"{('I', 'II', 'III', 'IV', 'V', 'VI', 'VII')[domain - 1]}. NHÓM ({2 if domain == 7 else 1} nhiệm vụ)",
        )
        candidate.unit(f"p1-t{number}", matched_text="Văn phòng HĐND và UBND")
    for number, code in enumerate(_INDICATORS, start=1):
        candidate.target(number, indicator_code=code, indicator_text=f"tỷ lệ thứ {number}")
    return candidate


def _plant(candidate: Candidate) -> None:
    plan = candidate.rows["plan_candidate"][0]
    plan.update(document_number=None, signer_name=None, declared_task_total=12)
    tasks = candidate.rows["fct_task"]
    tasks[0].update(deadline_text="31/4/2026", due_kind="by_date", due_end=None)
    tasks[1].update(due_end=date(2025, 6, 30), deadline_text="Tháng 6/2025")
    tasks[2].update(lead_text=None)
    tasks[3].update(output_text=None)
    tasks[4].update(task_text=tasks[1]["task_text"])
    tasks[6].update(task_text="Xây dựng kế hoạch số hóa", due_kind="ongoing", due_end=None, output_text="Kế hoạch")
    tasks[7].update(printed_number="10", task_text="Xây dựng Kế hoạch của tỉnh về khảo sát")
    candidate.unit("p1-t1", role="coordinating", matched_text="Văn phòng HĐND và UBND")
    candidate.rows["bridge_task_unit"][1].update(unit_code="LIENQUAN")
    items = candidate.rows["fct_provision"]
    items[1].update(provision_text="Kiểm tra công tác cải cách hành chính tại 10% đơn vị.")
    items[2].update(provision_text="Tổ chức gặp mặt người dân, báo cáo UBND huyện.")
    items[6].update(provision_text="Rà soát quy trình tiếp tiếp nhận hồ sơ của từng bộ phận.")
    items[7].update(provision_text="Bồi dưỡng kỹ năng giao tiếp, tố chức học tập cho công chức.")
    targets = candidate.rows["fct_kpi_target"]
    targets[0].update(target_value=180.0)
    targets[2].update(target_value=70.0)
    candidate.target(6, indicator_code="FILES_DIGITISED", target_value=60.0)
    candidate.citation(2, kind_text="Nghị định", number_text="45/2020/NĐ-CP", document_number="45/2020/NĐ-CP",
                       date_text="08/4/2020", issuer_text="Thủ tướng Chính phủ")  # fmt: skip
    candidate.rows["staging.stg_verbatim__annex"][0].update(title="NHIỆM VỤ NĂM 2025")


PLANTED = {
    "DOCUMENT_NUMBER_PRESENT",
    "SIGNER_PRESENT",
    "DECLARED_TOTAL_AGREES",
    "DATE_EXISTS",
    "DEADLINE_WITHIN_PERIOD",
    "TASK_HAS_LEAD",
    "TASK_HAS_OUTPUT",
    "TASK_NOT_REPEATED",
    "ONE_OFF_NOT_ONGOING",
    "TASK_NUMBERS_WITHOUT_GAP",
    "PROVINCIAL_WORDING",
    "LEAD_NOT_COORDINATING",
    "LEAD_IS_ANSWERABLE",
    "INSPECTION_COVERS_20_PERCENT",
    "DIALOGUE_PLANNED",
    "NO_DISTRICT_LEVEL",
    "WORDS_NOT_DOUBLED",
    "WORDS_SPELT_RIGHT",
    "TARGET_AT_MOST_100_PERCENT",
    "TARGET_NOT_BELOW_NATIONAL",
    "TARGETS_AGREE",
    "CITATION_ISSUER_FITS_SYMBOL",
    "ANNEX_TITLE_YEAR_AGREES",
}


def _codes(candidate: Candidate, folder: Path) -> set[str]:
    run_gate(candidate.build(folder), load_catalogue(), data_docs=False)
    found = duckdb.sql(f"select rule_code from '{folder / FINDINGS_NAME}' where plan_id is not null").fetchall()
    return {code for (code,) in found}


def test_planted_defects_are_found_and_the_sound_plan_shows_none(tmp_path: Path) -> None:
    planted = _sound()
    _plant(planted)
    assert _codes(_sound(), tmp_path / "sound") == set()
    assert _codes(planted, tmp_path / "planted") >= PLANTED
