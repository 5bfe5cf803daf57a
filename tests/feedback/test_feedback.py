"""The sheets for the communes: who gets one, what it tells, and that no text of a plan acts in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from pipelines.feedback.dossier import read_feedback
from pipelines.feedback.folder_names import FolderNames
from pipelines.feedback.write import write_feedback
from pipelines.publishing.release import publish
from quality.gate import GateResult
from tests.candidates import Candidate, sound_candidate
from tests.publishing.conftest import build
from tests.publishing.hostile import FORMULAS, MARKUP, hostile_candidate

Sheets = Callable[..., Path]


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    """Publishes a candidate and writes its sheets; gives their folder."""

    def write(candidate: Candidate, provinces: tuple[str, ...] = (), change: str = "") -> Path:
        folder = build(candidate, tmp_path / "build")
        if change:
            with duckdb.connect(str(folder / "cchc.duckdb")) as connection:
                connection.execute(change)
        release = publish(folder, tmp_path / "warehouse", GateResult.read(folder))
        write_feedback(read_feedback(release.path, provinces), tmp_path / "out")
        return tmp_path / "out"

    return write


def _text(path: Path) -> str:
    return re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))


def _candidate() -> Candidate:
    candidate = sound_candidate()
    candidate.rows["fct_task"][1].update(lead_text=None)
    candidate.plan("p3", commune_code=None, source_file="quang-tri/xa-cua-tung/kh.pdf", period_start=None)
    candidate.plan("p4", commune_code=None, source_file="gui-qua-thu/kh.pdf", period_start=None)
    candidate.quarantine("Quảng Trị/Xã Cửa Tùng/hỏng.pdf", "Tệp bị hỏng. Hãy gửi lại.")
    candidate.quarantine("an-giang/xa-vinh-thuan-ke-hoach.pdf", "Tệp rỗng.")
    candidate.quarantine("khong-ro/a.pdf", "Không phải kế hoạch.")
    return candidate


def test_every_commune_that_sent_something_has_a_page_and_a_workbook(sheets: Sheets) -> None:
    folder = sheets(_candidate())
    names = {path.name for path in folder.iterdir()}
    for name in (
        "phieu-xa-vinh-linh-19363",
        "phieu-xa-cua-tung-19414",
        "phieu-xa-vinh-thuan-31069",
        "phieu-chua-ro-xa-p4",
    ):
        assert {f"{name}.html", f"{name}.xlsx"} <= names
    index = _text(folder / "index.html")
    for address in re.findall(r'href="([^"]+)"', index):
        assert (folder / address).is_file()
    assert "khong-ro/a.pdf" in index


def test_the_page_tells_what_was_received_understood_and_is_to_be_mended(sheets: Sheets) -> None:
    html = _text(sheets(_candidate()) / "phieu-xa-vinh-linh-19363.html")
    for told in (
        "quang-tri/p1.pdf",
        "12/KH-UBND",
        "05/01/2026",
        "Nhiệm vụ số 2 (dòng 2 phụ lục)",
        "Bổ sung đơn vị chủ trì",
        "Rà soát danh mục công việc thứ 2",
        "≥ 98 %",
        "Xã trả lời",
    ):
        assert told in html, told


def test_a_place_is_told_with_its_words_unless_the_evidence_has_them(sheets: Sheets) -> None:
    task = "Rà soát danh mục công việc thứ 2"
    assert f'<div class="soft">{task}' not in _text(sheets(_candidate()) / "phieu-xa-vinh-linh-19363.html")


def test_the_words_of_a_place_are_cut_at_a_word(sheets: Sheets) -> None:
    candidate = _candidate()
    candidate.rows["fct_task"][1].update(task_text="Lập danh sách hộ dân chưa được hỗ trợ " * 4)
    folder = sheets(candidate, change="update main.fct_finding set evidence = 'Quý V/2026'")
    told = re.search(r'<div class="soft">(Lập danh sách.*?)</div>', _text(folder / "phieu-xa-vinh-linh-19363.html"))
    assert told and told[1].endswith("…") and len(told[1]) <= 91
    assert ("Lập danh sách hộ dân chưa được hỗ trợ " * 4).startswith(told[1][:-1] + " ")
    place = load_workbook(folder / "phieu-xa-vinh-linh-19363.xlsx")["Phải sửa"]["D2"].value
    assert place == f"Nhiệm vụ số 2 (dòng 2 phụ lục)\n{told[1]}"


def test_held_plans_and_unusable_files_are_told_to_the_commune_their_folder_names(sheets: Sheets) -> None:
    html = _text(sheets(_candidate()) / "phieu-xa-cua-tung-19414.html")
    assert "Kế hoạch đang bị giữ lại" in html
    assert "Chưa xác định được thời kỳ" in html
    assert "Tệp bị hỏng. Hãy gửi lại." in html


def test_accepted_findings_are_told_apart(sheets: Sheets) -> None:
    change = (
        "update main.fct_finding set waived_by = 'Lê Thị Mẫu', waiver_reason = 'Đã hỏi', waived_until = '2026-12-31'"
    )
    folder = sheets(_candidate(), change=change)
    html = _text(folder / "phieu-xa-vinh-linh-19363.html")
    assert "không có chỗ nào bắt buộc sửa" in html
    assert "Đã được chấp nhận" in html and "31/12/2026" in html
    assert "Đã chấp nhận" in load_workbook(folder / "phieu-xa-vinh-linh-19363.xlsx").sheetnames


def test_a_workbook_that_was_filled_in_is_put_aside_when_the_sheets_are_written_again(tmp_path: Path) -> None:
    folder = build(_candidate(), tmp_path / "build")
    release = publish(folder, tmp_path / "warehouse", GateResult.read(folder))
    feedback, out = read_feedback(release.path), tmp_path / "out"
    assert write_feedback(feedback, out) == []
    assert write_feedback(feedback, out) == []
    filled = out / "phieu-xa-vinh-linh-19363.xlsx"
    for number in (1, 2):
        book = load_workbook(filled)
        book["Phải sửa"]["H2"] = f"Đã sửa, lần {number}"
        book.save(filled)
        (kept,) = write_feedback(feedback, out)
        assert kept.name == f"phieu-xa-vinh-linh-19363-da-dien-{number}.xlsx"
        assert load_workbook(kept)["Phải sửa"]["H2"].value == f"Đã sửa, lần {number}"
        assert load_workbook(filled)["Phải sửa"]["H2"].value is None


def test_only_the_province_asked_for(sheets: Sheets) -> None:
    names = {path.name for path in sheets(_candidate(), ("91",)).glob("phieu-*.html")}
    assert names == {"phieu-xa-vinh-thuan-31069.html"}


def test_texts_of_plans_stay_text(sheets: Sheets) -> None:
    folder = sheets(hostile_candidate())
    html = (folder / "phieu-xa-cua-tung-19414.html").read_text(encoding="utf-8")
    assert MARKUP not in html
    assert not re.search(r"<script|<img|(?:src|href)=\"https?:|url\(|@import", html)
    book = load_workbook(folder / "phieu-xa-cua-tung-19414.xlsx")
    cells: list[Any] = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert {FORMULAS[1], FORMULAS[3]} <= {cell.value for cell in cells}


COMMUNES = [
    {"commune_code": code, "commune": name, "name": name.split(" ", 1)[1], "province_code": province, "province": title}
    for code, name, province, title in (
        ("00001", "Xã Tân Lập", "01", "Thành phố Hà Nội"),
        ("00002", "Xã Tân Lập", "44", "Tỉnh Quảng Trị"),
        ("00003", "Phường Tân Lập", "44", "Tỉnh Quảng Trị"),
        ("00004", "Xã Cửa Việt", "44", "Tỉnh Quảng Trị"),
    )
]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("quang-tri/xa-tan-lap/kh.pdf", "00002"),
        ("Tỉnh Quảng Trị/PHƯỜNG TÂN LẬP/kh.pdf", "00003"),
        ("ha-noi/Tân Lập/kh.pdf", "00001"),
        ("xa-tan-lap/kh.pdf", None),
        ("quang-tri/tan-lap/kh.pdf", None),
        ("2026/cua-viet/lan-2/kh.pdf", "00004"),
        ("quang-tri/xa-cua-viet-cchc-2026.pdf", "00004"),
        ("quang-tri/ke-hoach.pdf", None),
    ],
)
def test_a_path_names_a_commune_or_none(path: str, code: str | None) -> None:
    assert FolderNames(COMMUNES).commune_of(path) == code
