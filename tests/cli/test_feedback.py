"""`cchc feedback` on a release."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import PublishedSite, Site


def test_feedback_writes_a_sheet_a_commune(published: PublishedSite, tmp_path: Path) -> None:
    done = published.site.cchc("feedback", "--province", "Quảng Ngãi", "--out", str(tmp_path / "phieu"))
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "phieu").iterdir()}
    assert {"index.html", "danh-sach.csv", "phieu-xa-binh-son-21040.html", "phieu-xa-binh-son-21040.xlsx"} <= names
    assert str(tmp_path / "phieu" / "index.html") in done.stdout
    assert not published.site.network_log.exists()


def test_sheets_of_each_province_lie_in_a_folder_of_their_own(published: PublishedSite) -> None:
    done = published.site.cchc("feedback", "--province", "Quảng Ngãi")
    (index,) = (published.site.warehouse / "feedback").glob("*/51/index.html")
    assert str(index) in done.stdout
    none = published.site.cchc("feedback", "--province", "Quảng Trị")
    assert (none.returncode, "không lập phiếu nào" in none.stdout) == (0, True)
    assert not list((published.site.warehouse / "feedback").glob("*/44"))


def test_feedback_without_release_or_province(published: PublishedSite, site: Site) -> None:
    assert "cchc run" in site.cchc("feedback").stderr
    unknown = published.site.cchc("feedback", "--province", "Atlantis")
    assert (unknown.returncode, "Atlantis" in unknown.stderr) == (1, True)
