"""What regulations set, as analysts keep it: national targets and holidays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quality.analyst_file import BrokenFileError
from quality.catalogue import load_catalogue
from quality.configuration import load_configuration
from quality.frames import load_frames
from quality.reference import DOCUMENTS_NAME, HOLIDAYS_NAME, NATIONAL_TARGETS_NAME, committed_reference, load_reference
from tests.candidates import sound_candidate

TARGETS_HEADING, HOLIDAYS_HEADING = "ma_chi_so,tu_nam,muc,can_cu", "ngay,ten"
DOCUMENTS_HEADING = "so_ky_hieu,ten_goi,ngay_ban_hanh,het_hieu_luc_tu,thay_bang"


def _folder(tmp_path: Path, name: str, *lines: str) -> Path:
    (tmp_path / "settings").mkdir(exist_ok=True)
    (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_a_folder_without_the_files_uses_the_committed_ones(tmp_path: Path) -> None:
    reference = load_reference(tmp_path)
    assert reference.national_targets.equals(committed_reference().national_targets)
    assert reference.holidays.equals(committed_reference().holidays)
    assert len(reference.holidays) > 0


def test_the_figures_of_a_folder_are_those_the_rules_compare_with(tmp_path: Path) -> None:
    _folder(tmp_path, NATIONAL_TARGETS_NAME, TARGETS_HEADING, 'FILES_ON_TIME,2026,"98,5",QĐ', "LATE_FILES,2026,2,QĐ")
    _folder(tmp_path, HOLIDAYS_NAME, HOLIDAYS_HEADING, "17/03/2026,Ngày thử")
    candidate = sound_candidate()
    candidate.rows["fct_kpi_target"][0].update(indicator_code="FILES_ON_TIME", target_value=95.0)
    candidate.target(2, "p1", indicator_code="LATE_FILES", target_value=5.0)
    candidate.target(3, "p1", indicator_code="LATE_FILES", target_value=1.0)
    candidate.rows["fct_task"][0].update(due_kind="by_date", due_end=date(2026, 3, 17))
    database = candidate.build(tmp_path / "build") / "cchc.duckdb"
    frames = load_frames(database, None, ("target", "task"), load_configuration(tmp_path).reference)
    short = frames["target"].query("plan_id == 'p1'").set_index("kpi_id")["points_short"].tolist()
    assert short == [3.5, 3.0, 0.0]  # fewer late files are better
    assert frames["task"].set_index("task_id").loc["p1-t1", "is_day_off"]


@pytest.mark.parametrize(
    ("name", "heading", "line", "told"),
    [
        (NATIONAL_TARGETS_NAME, TARGETS_HEADING, "KHONG_CO,2026,90,QĐ", "không có chỉ số nào mang mã “KHONG_CO”"),
        (NATIONAL_TARGETS_NAME, TARGETS_HEADING, "SIPAS,sang năm,90,QĐ", "cột tu_nam ghi “sang năm”"),
        (NATIONAL_TARGETS_NAME, TARGETS_HEADING, "SIPAS,2026,cao,QĐ", "cột muc ghi “cao”"),
        (NATIONAL_TARGETS_NAME, TARGETS_HEADING, "SIPAS,2026,90,QĐ\nSIPAS,2026,91,QĐ", "đã có mức từ năm 2026"),
        (HOLIDAYS_NAME, HOLIDAYS_HEADING, "30/02/2026,Ngày thử", "cột ngay ghi “30/02/2026”"),
        (DOCUMENTS_NAME, DOCUMENTS_HEADING, "9/NQ-CP,,2021,,", "cột ngay_ban_hanh ghi “2021”"),
        (DOCUMENTS_NAME, DOCUMENTS_HEADING, "9/NQ-CP,,15/07/2021,01/01/2026,", "cột thay_bang phải ghi"),
        (DOCUMENTS_NAME, DOCUMENTS_HEADING, "9/NQ-CP,,15/07/2021,,\n9/NQ-CP,,15/07/2021,,", "đã có ở một dòng trên"),
    ],
)
def test_a_slip_stops_with_file_and_line(tmp_path: Path, name: str, heading: str, line: str, told: str) -> None:
    last = 2 + line.count("\n")
    with pytest.raises(BrokenFileError, match=f"{name}, dòng {last}: .*{told}"):
        load_configuration(_folder(tmp_path, name, heading, line))


def test_every_rule_is_still_loaded() -> None:
    assert {rule.code for rule in load_catalogue()} <= {rule.code for rule in load_configuration().rules}
