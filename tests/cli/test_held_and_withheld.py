"""Every rule that holds a plan, or that a set of documents can break, tripped by a document through `cchc run`."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import duckdb
import pytest

from quality.catalogue import load_catalogue
from quality.integrity import INTEGRITY_RULES
from quality.rule import Severity
from tests.cli.conftest import Site, make_site
from tests.plan_text import plan_markdown

_NO_UNIT_ROWS = """
| 3 | Số hóa sổ hộ tịch | Sổ điện tử | | | Quý II/2026 |
| 4 | Lập sổ theo dõi kiến nghị | Sổ theo dõi | | | Quý III/2026 |
| 5 | In tài liệu hướng dẫn | Tài liệu | | | Quý IV/2026 |
| 6 | Thay bảng niêm yết | Bảng mới | | | Quý II/2026 |
| 7 | Trang bị ghế chờ | Ghế chờ | | | Quý III/2026 |
"""


def _without_years(plan: str) -> str:
    return re.sub(r"( năm|\bNĂM)\s*20\d\d|/2026|tháng 01 (?=năm 2026)", "", plan)


def _without_body(plan: str) -> str:
    head, _, rest = plan.partition("## I.")
    _, _, signature = rest.partition("TM. ỦY BAN")
    return f"{head}TM. ỦY BAN{signature.partition('**PHỤ LỤC**')[0]}"


_CELLS = (
    ("Lập danh mục thủ tục được tiếp nhận không phụ thuộc nơi cư trú", "Trung tâm Phục vụ hành chính công"),
    ("Mở điểm hỗ trợ nộp hồ sơ qua mạng tại từng nhà văn hóa thôn", "Phòng Văn hóa - Xã hội"),
    ("Số hóa sổ hộ tịch còn giá trị sử dụng theo hướng dẫn của cấp trên", "Văn phòng HĐND và UBND"),
    ("Niêm yết lịch tiếp công dân và số điện thoại đường dây nóng", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ("Rà soát quy chế làm việc sau khi sắp xếp các đơn vị trực thuộc", "Ban Chỉ huy Quân sự xã"),
    ("Khảo sát ý kiến người dân về thời gian chờ ở bộ phận tiếp nhận", "Ủy ban Mặt trận Tổ quốc xã"),
)


def _cells_side_by_side(plan: str) -> str:
    """The annex as extractors print it that go line by line over all columns: no cell stands whole."""
    lines = ["TT Nhiệm vụ Chủ trì Phối hợp Thời hạn Kết quả"]
    for number, (task, lead) in enumerate(_CELLS * 2, start=1):
        cells = (f"{number} {task}", lead, "Các cơ quan, đơn vị có liên quan", "Trước ngày 15 tháng 3", "Báo cáo")
        columns = [wrap(cell, width) for cell, width in zip(cells, (24, 12, 10, 9, 8), strict=True)]
        lines += [" ".join(filter(None, printed)) for printed in zip_longest(*columns, fillvalue="")]
    return plan.partition("| ")[0] + "\n\n".join(lines) + "\n"


# The rule that each document trips, by the document's commune and what is done to its text.
TRIPS: dict[str, tuple[str, Callable[[str], str]]] = {
    "COMMUNE_RESOLVED": ("Không Có Thật", str),
    "PERIOD_VALID": ("Trà Bồng", _without_years),
    "PLAN_NOT_EMPTY": ("Sơn Tịnh", _without_body),
    "TASK_TABLE_TRUSTWORTHY": ("Nghĩa Giang", _cells_side_by_side),
    "TASK_TABLE_READ": ("Ba Tơ", lambda plan: plan.rstrip() + _NO_UNIT_ROWS),
}
BY_A_SET = {"PLAN_ID_STABLE", "SET_HAS_PLANS"}  # the latter in test_run.py: a folder without any plan


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A sound plan, and one plan for each rule that holds."""
    site = make_site(tmp_path_factory.mktemp("held"))
    folder = site.raw / "Quảng Ngãi"
    folder.mkdir()
    (folder / "SOUND.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    for code, (commune, spoil) in TRIPS.items():
        (folder / f"{code}.md").write_text(spoil(plan_markdown(commune)), encoding="utf-8")
    done = site.cchc("run")
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def _rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_every_rule_that_documents_can_break_has_one_that_breaks_it() -> None:
    serious = {rule.code for rule in load_catalogue() if rule.severity in (Severity.BLOCKING, Severity.HOLDING)}
    assert serious - INTEGRITY_RULES == (set(TRIPS) | BY_A_SET) - INTEGRITY_RULES


def test_each_document_trips_exactly_its_rule_and_is_held(held: Site) -> None:
    tripped = _rows(
        held.warehouse / "current" / "cchc.duckdb",
        """
        select parse_filename(p.source_file, true), p.status, list(f.rule_code)
            filter (f.severity in ('holding', 'blocking'))
        from dim_plan p left join fct_finding f using (plan_id)
        group by all
        """,
    )
    assert sorted(tripped) == sorted([("SOUND", "published", None), *((code, "held", [code]) for code in TRIPS)])


def test_a_file_whose_id_changed_withholds_the_set(held: Site) -> None:
    current = (held.warehouse / "current").resolve()
    with duckdb.connect(str(current / "cchc.duckdb")) as connection:
        connection.execute("update dim_plan set plan_id = 'another' where status = 'published'")
    done = held.cchc("run")
    assert done.returncode == 3, done.stdout + done.stderr
    findings = duckdb.read_parquet(str(held.warehouse / "build" / "finding.parquet"))
    assert findings.filter("severity = 'blocking'").project("rule_code").fetchall() == [("PLAN_ID_STABLE",)]
    assert (held.warehouse / "current").resolve() == current
