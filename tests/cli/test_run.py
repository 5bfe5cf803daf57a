"""`cchc run` from files to a release, its exit codes, and what it leaves behind."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from pipelines.cli.run_command import run_command
from pipelines.settings import Settings
from tests.cli.conftest import PublishedSite, Site


def _rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_run_after_a_killed_one_publishes(published: PublishedSite) -> None:
    assert published.returncode == 0, published.output
    current = published.site.warehouse / "current"
    found = {path.name for path in current.iterdir()}
    assert {"cchc.duckdb", "parquet", "index.html", "manifest.json", "tong-hop-quang-ngai.xlsx"} <= found
    assert json.loads((current / "manifest.json").read_text(encoding="utf-8"))


def test_every_file_is_accounted_for(published: PublishedSite) -> None:
    database = published.site.warehouse / "current" / "cchc.duckdb"
    documents = dict(_rows(database, "SELECT source_file, status FROM fct_document"))
    assert documents == {
        "Quảng Ngãi/binh-son-ban-sao.md": "published",
        "Quảng Ngãi/binh-son.md": "duplicate",
        "Quảng Ngãi/khong-co.md": "held",
        "empty.pdf": "quarantined",
        "thuc-don.txt": "quarantined",
    }
    assert _rows(database, "SELECT count(*) FROM fct_task") == [(4,)]
    assert _rows(database, "SELECT count(*) FROM held.fct_task") == [(4,)]


def test_the_summary_says_what_was_done_with_each(published: PublishedSite) -> None:
    for told in ("1 kế hoạch phát hành, 1 giữ lại, 2 tệp loại ra", "khong-co.md", "Tệp rỗng", "thuc-don.txt"):
        assert told in published.output


def test_no_process_of_the_run_tried_to_reach_a_network(published: PublishedSite) -> None:
    assert not published.site.network_log.exists(), published.site.network_log.read_text(encoding="utf-8")


def test_a_set_without_any_plan_is_withheld(published: PublishedSite, tmp_path: Path) -> None:
    release = (published.site.warehouse / "current").resolve()
    (tmp_path / "empty.pdf").write_bytes(b"")
    done = published.site.cchc("run", "--raw", str(tmp_path))
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Không phát hành" in done.stdout
    page = published.site.warehouse / "build" / "khong-phat-hanh.html"
    assert str(page) in done.stdout
    assert "bản phát hành trước vẫn giữ nguyên" in page.read_text(encoding="utf-8")
    assert (published.site.warehouse / "current").resolve() == release


def test_status_tells_of_a_run_that_published_nothing(site: Site) -> None:
    (site.raw / "rong.pdf").write_bytes(b"")
    assert site.cchc("run").returncode == 3
    told = site.cchc("status").stdout
    assert "Lượt chạy gần nhất không phát hành" in told
    assert str(site.warehouse / "build" / "khong-phat-hanh.html") in told
    assert "Tệp rỗng" in told
    assert "Tệp chưa xử lý" not in told


def test_no_raw_folder(site: Site) -> None:
    done = site.cchc("run", "--raw", str(site.folder / "nowhere"))
    assert done.returncode == 1
    assert "Không có thư mục" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_disk_without_room_stops_the_run_before_it_reads(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipelines.warehouse.LEAST_FREE_BYTES", 1 << 62)
    assert run_command(Settings(raw_dir=site.raw, warehouse_dir=site.warehouse), verbose=False) == 1
    told = capsys.readouterr().err
    assert str(site.warehouse) in told
    assert "MB trống" in told and "xóa bớt" in told
    assert list(site.warehouse.iterdir()) == []


def test_an_unknown_province(site: Site) -> None:
    done = site.cchc("run", "--province", "Quảng Chị")
    assert done.returncode == 1
    assert "Quảng Trị" in done.stderr


def test_a_setting_that_makes_no_sense(site: Site) -> None:
    done = site.cchc("run", CCHC_WORKERS="many")
    assert done.returncode == 1
    assert "CCHC_WORKERS" in done.stderr


def test_a_warehouse_that_another_run_holds(site: Site) -> None:
    site.warehouse.mkdir()
    with FileLock(site.warehouse / ".lock"):
        done = site.cchc("run", CCHC_LOCK_WAIT_SECONDS="0")
    assert done.returncode == 1
    assert "đang chờ lượt đó kết thúc" in done.stderr
    assert "Hãy chạy lại khi lượt chạy đó kết thúc" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["warehouse", "raw"])
def test_a_file_where_a_folder_should_be(site: Site, name: str) -> None:
    blocker = site.folder / "file"
    blocker.write_bytes(b"")
    done = site.cchc("run", f"--{name}", str(blocker))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (
            "settings/nguong.csv",
            "ma_quy_tac,ap_dung,muc_do,tham_so,gia_tri,ghi_chu\nNO_SUCH_RULE,,,,,\n",
            "nguong.csv, dòng 2",
        ),
        ("waivers.csv", "ma_quy_tac;tep\n", "waivers.csv, dòng 1"),
    ],
)
def test_a_slip_in_an_analysts_file_stops_the_run_before_it_reads(
    site: Site, file: str, content: str, told: str
) -> None:
    quality = site.folder / "quality"
    (quality / "settings").mkdir(parents=True)
    (quality / file).write_text(content, encoding="utf-8")
    done = site.cchc("run", CCHC_QUALITY_DIR=str(quality))
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (site.warehouse / "build").exists()
