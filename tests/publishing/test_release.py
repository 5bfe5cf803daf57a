from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from pipelines.publishing.database import ReleaseError
from pipelines.publishing.release import TIME_ZONE, Release, WithheldError, publish
from pipelines.publishing.store import ReleaseStore
from quality.gate import GateResult
from tests.candidates import Candidate, sound_candidate

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=TIME_ZONE)


def _gate(build_dir: Path) -> GateResult:
    return GateResult.read(build_dir)


def _query(release: Release, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(release.path / "cchc.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def _headings(workbook: Path, sheet: str) -> list[object]:
    return [cell.value for cell in load_workbook(workbook, read_only=True)[sheet][1]]


def test_a_release_holds_every_file_and_is_current(built: Path, tmp_path: Path) -> None:
    release = publish(built, tmp_path, _gate(built), now=NOON)
    assert release.release_id.startswith("20260302T120000-")
    assert (tmp_path / "current").resolve() == release.path
    names = {str(path.relative_to(release.path)) for path in release.path.rglob("*") if path.is_file()}
    assert {"cchc.duckdb", "index.html", "manifest.json", "tong-hop-quang-tri.xlsx", "tong-hop-an-giang.xlsx"} <= names
    assert {"parquet/dim_plan.parquet", "parquet/fct_task.parquet", "parquet/mart_coverage.parquet"} <= names
    assert not any(path.stat().st_mode & 0o222 for path in release.path.rglob("*") if path.is_file())


def test_main_holds_only_what_is_published(built: Path, tmp_path: Path) -> None:
    release = publish(built, tmp_path, _gate(built))
    assert _query(release, "select distinct plan_id from main.fct_task order by 1") == [("p1",), ("p2",)]
    assert _query(release, "select distinct plan_id from held.fct_task") == [("p3",)]
    assert _query(release, "select task_id from held.bridge_task_unit") == [("p3-t1",)]
    assert _query(release, "select status from main.dim_plan order by plan_id") == [("published",)] * 2 + [("held",)]
    assert _query(release, "select count(*) from main.fct_finding where plan_id = 'p3'")[0][0] >= 1
    assert _query(release, "select distinct schema_name from duckdb_tables() order by 1") == [("held",), ("main",)]
    assert (release.rows["fct_task"], release.rows["held.fct_task"]) == (6, 1)


def test_parquet_says_what_the_database_says(built: Path, tmp_path: Path) -> None:
    release = publish(built, tmp_path, _gate(built))
    for path in (release.path / "parquet").iterdir():
        in_file = duckdb.sql(f"from read_parquet('{path}')").fetchall()
        assert in_file == _query(release, f"from main.{path.stem}")


def test_manifest_accounts_for_inputs_rows_rules_and_files(built: Path, tmp_path: Path) -> None:
    release = publish(built, tmp_path, _gate(built), build_facts={"dbt_seconds": 3.5})
    manifest = json.loads((release.path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["release_id"] == release.release_id
    assert {document["source_file"]: document["status"] for document in manifest["inputs"]} == {
        "loi/hong.pdf": "quarantined",
        "quang-tri/p1.pdf": "published",
        "quang-tri/p2.pdf": "published",
        "quang-tri/p3.pdf": "held",
    }
    assert manifest["rows"] == dict(release.rows)
    assert manifest["gate"]["held"][0]["plan_id"] == "p3"
    assert {"python", "duckdb", "great-expectations"} <= set(manifest["versions"])
    assert manifest["build"] == {"dbt_seconds": 3.5}
    for entry in manifest["files"]:
        assert hashlib.sha256((release.path / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]


def test_the_same_content_again_keeps_the_release(built: Path, tmp_path: Path) -> None:
    first = publish(built, tmp_path, _gate(built), now=NOON)
    again = publish(built, tmp_path, _gate(built), now=NOON + timedelta(days=1))
    assert (again.release_id, again.is_reused) == (first.release_id, True)
    assert [path.name for path in (tmp_path / "releases").iterdir()] == [first.release_id]


def test_other_content_makes_another_release_and_leaves_the_old_one(
    built: Path, tmp_path: Path, release_of: Callable[[Candidate], Release]
) -> None:
    warehouse = tmp_path / "warehouse"
    first = publish(built, warehouse, _gate(built), now=NOON)
    before = (first.path / "index.html").read_bytes()
    second = release_of(sound_candidate())
    assert second.release_id != first.release_id
    assert (warehouse / "current").resolve() == second.path
    assert (first.path / "index.html").read_bytes() == before


def test_a_withheld_build_is_not_published(built: Path, tmp_path: Path) -> None:
    publish(built, tmp_path, _gate(built))
    current = (tmp_path / "current").resolve()
    with pytest.raises(WithheldError, match="vì thế"):
        publish(built, tmp_path, replace(_gate(built), outcome="withhold", withheld_because=("vì thế",)))
    assert (tmp_path / "current").resolve() == current


@pytest.mark.parametrize(
    "damage",
    [
        "drop table main.fct_document",
        "drop table candidate.fct_citation",
        "delete from main.dim_plan where plan_id = 'p1'",
    ],
)
def test_an_incomplete_build_leaves_nothing_behind(
    tmp_path: Path, release_of: Callable[[Candidate], Release], damage: str
) -> None:
    first = release_of(sound_candidate())
    build_dir = tmp_path / "build"
    with duckdb.connect(str(build_dir / "cchc.duckdb")) as connection:
        connection.execute(damage)
    with pytest.raises(ReleaseError):
        publish(build_dir, tmp_path / "warehouse", _gate(build_dir))
    assert (tmp_path / "warehouse/current").resolve() == first.path
    assert [path.name for path in (tmp_path / "warehouse/releases").iterdir()] == [first.release_id]


def test_tables_and_columns_carry_dbt_descriptions(built: Path, tmp_path: Path) -> None:
    columns = {
        "task_text": {"description": "Lời văn nhiệm vụ, dấu ' giữ nguyên", "meta": {"label_vi": "Nội dung việc"}}
    }
    node = {"resource_type": "model", "name": "fct_task", "description": "Mỗi dòng một nhiệm vụ", "columns": columns}
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"nodes": {"model.cchc.fct_task": node}}), encoding="utf-8")
    release = publish(built, tmp_path / "warehouse", _gate(built), dbt_manifest=manifest)
    comments = "select comment from duckdb_tables() where table_name = 'fct_task'"
    assert _query(release, comments) == [("Mỗi dòng một nhiệm vụ",)] * 2
    found = _query(
        release, "select comment from duckdb_columns() where column_name = 'task_text' and schema_name = 'main'"
    )
    assert found == [("Lời văn nhiệm vụ, dấu ' giữ nguyên",)]
    with_label = _headings(release.path / "tong-hop-quang-tri.xlsx", "Nhiệm vụ")
    assert "Nội dung việc" in with_label
    assert "Chủ trì" in with_label


def test_old_releases_go_and_the_newest_and_the_current_stay(built: Path, earlier: Path, tmp_path: Path) -> None:
    builds = [built, earlier, built, earlier]
    made = [
        publish(build, tmp_path, _gate(build), now=NOON + timedelta(days=day), keep_releases=2).path
        for day, build in enumerate(builds)
    ]
    assert [path.is_dir() for path in made] == [False, False, True, True]
    assert (tmp_path / "current").resolve() == made[-1]
    assert not list((tmp_path / "releases").glob(".*"))


def test_a_release_people_went_back_to_is_not_deleted(built: Path, earlier: Path, tmp_path: Path) -> None:
    store = ReleaseStore(tmp_path)
    made = [
        publish(build, tmp_path, _gate(build), now=NOON + timedelta(days=day)).path
        for day, build in enumerate([built, earlier, built])
    ]
    store.switch_to(made[0])
    assert store.prune(1) == [made[1]]
    assert [path.is_dir() for path in made] == [True, False, True]
