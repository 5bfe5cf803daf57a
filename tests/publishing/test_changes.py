"""What a release says has changed since the one before it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.publishing.changes import table_text
from pipelines.publishing.release import Release, publish
from quality.gate import GateResult
from tests.candidates import Candidate, sound_candidate
from tests.publishing.conftest import build

Publish = Callable[[Candidate], Release]


@pytest.fixture
def publish_next(tmp_path: Path) -> Publish:
    """Publishes candidates one after the other into the same warehouse."""
    made: list[Path] = []

    def run(candidate: Candidate) -> Release:
        made.append(build(candidate, tmp_path / f"build{len(made)}"))
        return publish(made[-1], tmp_path / "warehouse", GateResult.read(made[-1]))

    return run


def _changes(release: Release, columns: str = "subject, change, number, field") -> list[tuple[Any, ...]]:
    with duckdb.connect(str(release.path / "cchc.duckdb"), read_only=True) as connection:
        return connection.execute(f"select {columns} from release_change order by all").fetchall()


def _renamed(candidate: Candidate, old: str, new: str) -> Candidate:
    """The candidate with plan `old` sent again as another file, so that every id differs."""
    for rows in candidate.rows.values():
        for row in rows:
            for key, value in row.items():
                if isinstance(value, str) and (value == old or value.startswith(f"{old}-")):
                    row[key] = new + value.removeprefix(old)
    return candidate


def _distinct_tasks(candidate: Candidate) -> Candidate:
    texts = (
        "Ban hành kế hoạch tuyên truyền",
        "Rà soát thủ tục hành chính nội bộ",
        "Đánh giá sự hài lòng của người dân",
    )
    for row in candidate.rows["fct_task"]:
        row["task_text"] = texts[(row["sequence"] - 1) % 3]
    return candidate


def test_the_first_release_says_so(publish_next: Publish) -> None:
    release = publish_next(sound_candidate())
    assert _changes(release) == [("release", "first", None, None)]
    assert json.loads((release.path / "manifest.json").read_text())["changes"] == {"since": None, "counts": {}}
    assert "bản phát hành đầu tiên" in (release.path / "index.html").read_text(encoding="utf-8")
    assert (release.path / "parquet/release_change.parquet").exists()


def test_a_plan_sent_again_is_replaced_and_its_tasks_are_matched(publish_next: Publish) -> None:
    first = publish_next(_distinct_tasks(sound_candidate()))
    candidate = _renamed(_distinct_tasks(sound_candidate()), "p1", "p9")
    tasks = candidate.rows["fct_task"]
    # A row is put in front, so all numbers move; one deadline changes, one task is worded a little otherwise.
    for task in tasks[:3]:
        task.update(sequence=task["sequence"] + 1, printed_number=str(task["sequence"] + 1))
    candidate.task(1, "p9", task_id="p9-t0", task_text="Thành lập tổ công tác liên ngành")
    tasks[1].update(deadline_text="Quý III/2026")
    tasks[2].update(task_text="Đánh giá sự hài lòng của người dân, tổ chức", lead_text=None)
    candidate.rows["fct_kpi_target"][0].update(target_value=99.0, source_text="Tối thiểu 99% hồ sơ giải quyết đúng hạn")
    release = publish_next(candidate)
    found = _changes(release)
    assert ("plan", "replaced", None, None) in found
    assert [row for row in found if row[0] == "task" and row[1] in {"added", "removed"}] == [
        ("task", "added", "1", None)
    ]
    assert {row[2:] for row in found if row[:2] == ("task", "changed")} == {
        ("2", "printed_number"),
        ("3", "printed_number"),
        ("3", "deadline_text"),
        ("4", "printed_number"),
        ("4", "task_text"),
        ("4", "lead_text"),
    }
    assert {row[3] for row in found if row[0] == "target"} == {"target_value", "source_text"}
    assert [row[1:3] for row in found if row[0] == "finding"] == [("added", "TASK_HAS_LEAD")]
    manifest = json.loads((release.path / "manifest.json").read_text())["changes"]
    assert manifest["since"] == first.release_id
    assert manifest["counts"]["task"] == {"added": 1, "changed": 3}
    assert "Quý III/2026" in (release.path / "index.html").read_text(encoding="utf-8")


def test_plans_added_withdrawn_and_held(publish_next: Publish) -> None:
    publish_next(sound_candidate())
    candidate = sound_candidate()
    for rows in candidate.rows.values():
        rows[:] = [row for row in rows if not any(str(value).startswith("p2") for value in row.values())]
    candidate.rows["plan_candidate"][0].update(period_start=None)
    candidate.plan("p3", commune_code="19414")
    found = _changes(publish_next(candidate), "subject, change, commune_code, field, before_value, after_value")
    assert [row for row in found if row[0] == "plan"] == [
        ("plan", "added", "19414", None, None, None),
        ("plan", "changed", "19363", "period_start", "01/01/2026", None),
        ("plan", "changed", "19363", "status", "published", "held"),
        ("plan", "withdrawn", "31069", None, None, None),
    ]
    assert not [row for row in found if row[0] == "task"], "the tasks of a plan that comes or goes are not listed"
    assert ("finding", "added", "19363", None, None, None) in found


def test_findings_stay_known_when_the_plan_is_sent_again(publish_next: Publish) -> None:
    def candidate() -> Candidate:
        made = _distinct_tasks(sound_candidate())
        made.rows["fct_task"][1].update(lead_text=None)
        made.plan("p3", commune_code="19414", period_end=date(2025, 1, 1))
        return made

    publish_next(candidate())
    again = _renamed(candidate(), "p1", "p9")
    again.rows["plan_candidate"][2].update(period_end=date(2026, 12, 31))
    found = _changes(publish_next(again), "subject, change, commune_code, severity")
    assert [row for row in found if row[0] == "finding"] == [("finding", "resolved", "19414", "holding")]


@pytest.mark.parametrize(
    "damage",
    [
        "drop table fct_finding",
        "drop table fct_kpi_target",
        "alter table fct_task drop column budget_text",
        "drop schema held cascade",
    ],
)
def test_an_earlier_release_of_another_make_is_compared_all_the_same(publish_next: Publish, damage: str) -> None:
    database = publish_next(sound_candidate()).path / "cchc.duckdb"
    database.chmod(0o644)
    with duckdb.connect(str(database)) as connection:
        connection.execute(damage)
    candidate = sound_candidate()
    candidate.rows["fct_task"][0].update(deadline_text="Quý I/2026")
    assert ("task", "changed", "1", "deadline_text") in _changes(publish_next(candidate))


def test_an_earlier_release_that_cannot_be_opened_counts_as_none(publish_next: Publish) -> None:
    database = publish_next(sound_candidate()).path / "cchc.duckdb"
    database.chmod(0o644)
    database.write_bytes(b"no database")
    candidate = sound_candidate()
    candidate.task(4, "p1")
    assert _changes(publish_next(candidate)) == [("release", "first", None, None)]


def test_every_column_is_described(publish_next: Publish) -> None:
    with duckdb.connect(str(publish_next(sound_candidate()).path / "cchc.duckdb"), read_only=True) as connection:
        columns = [row[0] for row in connection.execute("describe release_change").fetchall()]
    assert columns == list(table_text().columns)
