"""`cchc status` and `cchc sql` on a release."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import PublishedSite, Site


def test_status_tells_of_the_release_and_of_what_changed_since(published: PublishedSite, tmp_path: Path) -> None:
    done = published.site.cchc("status")
    assert done.returncode == 0
    assert "1 kế hoạch phát hành, 1 giữ lại, 2 tệp loại ra" in done.stdout
    assert "Thay đổi" not in done.stdout
    (tmp_path / "empty.pdf").write_bytes(b"no longer empty")
    (tmp_path / "new.pdf").write_bytes(b"x")
    changed = published.site.cchc("status", "--raw", str(tmp_path)).stdout
    assert "đã sửa" in changed
    assert "mới" in changed
    assert "đã rút" in changed


def test_status_before_the_first_release(site: Site) -> None:
    (site.raw / "plan.pdf").write_bytes(b"x")
    done = site.cchc("status")
    assert done.returncode == 0
    assert "Chưa có bản phát hành" in done.stdout
    assert "plan.pdf" in done.stdout


def test_sql_prints_rows(published: PublishedSite) -> None:
    done = published.site.cchc("sql", "SELECT status, count(*) AS files FROM fct_document GROUP BY ALL ORDER BY ALL")
    assert done.returncode == 0
    assert "quarantined" in done.stdout
    assert "4 dòng" in done.stdout


def test_sql_as_csv(published: PublishedSite) -> None:
    done = published.site.cchc("sql", "--csv", "SELECT title, issued_on FROM dim_plan WHERE status = 'published'")
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows[0] == ["title", "issued_on"]
    assert rows[1][1] == "2026-01-12"


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM dim_plan",
        "CREATE TABLE mine AS SELECT 1",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY dim_plan TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "SELECT nothing FROM nowhere",
    ],
)
def test_sql_refuses_to_write_or_to_reach_out(published: PublishedSite, query: str) -> None:
    done = published.site.cchc("sql", query)
    assert done.returncode == 1
    assert done.stderr.startswith("Lỗi:")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("status",), ("sql", "SELECT 1"), ("feedback",)])
def test_a_release_that_another_program_has_opened_for_writing(site: Site, command: tuple[str, ...]) -> None:
    current = site.warehouse / "current"
    current.mkdir(parents=True)
    (current / "manifest.json").write_text('{"gate": {"rules": []}}', encoding="utf-8")
    with duckdb.connect(str(current / "cchc.duckdb")):
        done = site.cchc(*command)
    assert done.returncode == 1
    assert f"đang mở {current / 'cchc.duckdb'} để ghi. Hãy đóng chương trình đó" in done.stderr
    assert "Traceback" not in done.stderr


def test_sql_before_the_first_release(site: Site) -> None:
    done = site.cchc("sql", "SELECT 1")
    assert done.returncode == 1
    assert "cchc run" in done.stderr
