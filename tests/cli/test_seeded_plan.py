"""A sound plan, and the same with twenty-six defects planted: what `cchc run` finds in each."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Site, make_site

SOUND = Path(__file__).with_name("sound_plan.md")
# The rule that tells of it, what is printed, and what is printed instead.
DEFECTS: tuple[tuple[str, str, str], ...] = (
    ("DOCUMENT_NUMBER_PRESENT", "Số: 17/KH-UBND\n", "Số:      /KH-UBND\n"),
    ("ANNEX_TITLE_YEAR_AGREES", "NĂM 2026**\n\n(Kèm", "NĂM 2025**\n\n(Kèm"),
    ("COMMUNE_NAMED_ALIKE", "2026 của UBND xã Bình Sơn)", "2026 của UBND xã Bình Minh)"),
    ("CITATION_LETTERS_RIGHT", "118/2025/NĐ-CP", "118/2025/ND-CP"),
    ("CITATION_DATE_EXISTS", "ngày 15 tháng 7 năm 2021", "ngày 31 tháng 6 năm 2021"),
    (
        "CITATION_ISSUER_FITS_SYMBOL",
        "của Chính phủ ban hành Chương trình",
        "của Thủ tướng Chính phủ ban hành Chương trình",
    ),
    (
        "CITATION_NOT_YOUNGER_THAN_PLAN",
        "305/QĐ-UBND ngày 20 tháng 12 năm 2025",
        "305/QĐ-UBND ngày 20 tháng 12 năm 2026",
    ),
    ("TARGET_NOT_BELOW_NATIONAL", "tối thiểu 92%", "tối thiểu 75%"),
    ("TARGET_AT_MOST_100_PERCENT", "- 95% vốn đầu tư công", "- 195% vốn đầu tư công"),
    ("INSPECTION_COVERS_20_PERCENT", "ít nhất 25% cơ quan", "ít nhất 10% cơ quan"),
    ("WORDS_NOT_DOUBLED", "việc nào xong việc đó", "rõ ràng rõ ràng từng việc"),
    ("WORDS_SPELT_RIGHT", "Theo dõi, đôn đốc, tổng hợp", "Theo dõi, đôn đốc, phổi hợp tổng hợp"),
    ("DEPUTY_SIGNS_FOR_CHAIR", "**CHỦ TỊCH**\n\nNguyễn Văn An", "**PHÓ CHỦ TỊCH**\n\nNguyễn Văn An"),
    ("DEADLINE_NOT_BEFORE_ISSUE", "| 10/02/2026 | Kế hoạch |", "| 10/12/2025 | Kế hoạch |"),
    (
        "TASK_HAS_LEAD",
        "| 3 | Tổ chức đối thoại giữa lãnh đạo xã với người dân | Văn phòng HĐND và UBND |",
        "| 3 | Tổ chức đối thoại giữa lãnh đạo xã với người dân |  |",
    ),
    ("GROUP_TOTAL_AGREES", "CẢI CÁCH THỂ CHẾ (02 nhiệm vụ)", "CẢI CÁCH THỂ CHẾ (03 nhiệm vụ)"),
    (
        "LEAD_NOT_COORDINATING",
        "| Phòng Kinh tế | Công an xã | Quý IV/2026 | Báo cáo |",
        "| Phòng Kinh tế | Phòng Kinh tế | Quý IV/2026 | Báo cáo |",
    ),
    ("DATE_EXISTS", "27/02/2026 | Bảng", "30/02/2026 | Bảng"),
    ("TASK_NUMBERS_WITHOUT_GAP", "| 8 | Số hóa sổ hộ tịch", "| 9 | Số hóa sổ hộ tịch"),
    (
        "ONE_OFF_NOT_ONGOING",
        "| Văn phòng HĐND và UBND | Phòng Văn hóa - Xã hội | Quý I/2026 | Quy chế |",
        "| Văn phòng HĐND và UBND | Phòng Văn hóa - Xã hội | Thường xuyên | Quy chế |",
    ),
    (
        "TASK_NOT_REPEATED",
        "| 10 | Phân công lại nhiệm vụ giữa các phòng chuyên môn |",
        "| 10 | Ban hành quy chế làm việc của Ủy ban nhân dân xã |",
    ),
    (
        "UNIT_RECOGNISED",
        "| 12 | Đánh giá, xếp loại công chức cuối năm | Phòng Văn hóa - Xã hội |",
        "| 12 | Đánh giá, xếp loại công chức cuối năm | Tổ Thi đua số 3 |",
    ),
    (
        "PROVINCIAL_WORDING",
        "Công khai dự toán ngân sách xã |",
        "Công khai dự toán ngân sách của các sở, ban, ngành tỉnh |",
    ),
    (
        "LEAD_AGREES_WITH_DUTIES",
        "| 14 | Giao quyền tự chủ cho các trường học trực thuộc | Phòng Kinh tế |",
        "| 14 | Giao quyền tự chủ cho các trường học trực thuộc | Công an xã |",
    ),
    ("TASK_HAS_OUTPUT", "| Quý II/2026 | Lớp tập huấn |", "| Quý II/2026 |  |"),
    ("TASK_HAS_DEADLINE", "| Quý III/2026 | Hệ thống mạng |", "|  | Hệ thống mạng |"),
)
# One task given to another unit than the duties name is no contradiction of the annex as a whole.
NOT_TOLD = {"LEAD_AGREES_WITH_DUTIES"}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = make_site(tmp_path_factory.mktemp("seeded"))
    folder = site.raw / "Quảng Ngãi"
    folder.mkdir()
    plan = SOUND.read_text(encoding="utf-8")
    (folder / "sound.md").write_text(plan.replace("Bình Sơn", "Ba Tơ").replace("BÌNH SƠN", "BA TƠ"), encoding="utf-8")
    for _, printed, instead in DEFECTS:
        assert plan.count(printed) == 1, printed
        plan = plan.replace(printed, instead)
    (folder / "seeded.md").write_text(plan, encoding="utf-8")
    done = site.cchc("run")
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def _told(site: Site, name: str) -> set[str]:
    with duckdb.connect(str(site.warehouse / "current" / "cchc.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "select rule_code from fct_finding join dim_plan using (plan_id) where parse_filename(source_file, true) = ?",
            [name],
        ).fetchall()
    return {code for (code,) in rows}


def test_the_sound_plan_shows_no_defect(run: Site) -> None:
    assert _told(run, "sound") == set()


def test_the_planted_defects_are_told(run: Site) -> None:
    planted = {code for code, _, _ in DEFECTS}
    assert len(planted) == len(DEFECTS)
    assert planted - _told(run, "seeded") == NOT_TOLD
