"""The graph, the job, the schedule and the sensor, as Dagster loads them."""

from __future__ import annotations

import os
from pathlib import Path

import dagster as dg
import pytest

from pipelines.job import JOB_NAME, build_definitions
from pipelines.settings import Settings

SNAPSHOT = Path(__file__).with_name("definitions.txt")
UPDATE = "UPDATE_SNAPSHOTS"


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    folder = tmp_path_factory.mktemp("definitions")
    return build_definitions(Settings(raw_dir=folder / "raw", warehouse_dir=folder / "warehouse"))


def test_they_load_and_the_job_resolves(definitions: dg.Definitions) -> None:
    dg.Definitions.validate_loadable(definitions)
    steps = {node.name for node in definitions.resolve_job_def(JOB_NAME).all_node_defs}
    assert {"raw_files", "plan_records", "candidate_tables", "quality_gate", "release_tables", "release"} <= steps


def test_the_definitions_are_the_ones_on_record(definitions: dg.Definitions) -> None:
    """A change of the graph is meant, or it is a mistake: run with UPDATE_SNAPSHOTS=1 to record it."""
    found = "\n".join(_describe(definitions)) + "\n"
    if os.environ.get(UPDATE):
        SNAPSHOT.write_text(found, encoding="utf-8")
    assert found == SNAPSHOT.read_text(encoding="utf-8")


def test_nothing_is_published_past_the_gate(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    gate = dg.AssetKey("quality_gate")
    [check] = [key for key in graph.asset_check_keys if key.asset_key == gate]
    assert graph.get(check).blocking
    above_release = graph.get_ancestor_asset_keys(dg.AssetKey("release"))
    assert gate in above_release
    assert {dg.AssetKey("raw_files"), dg.AssetKey("plan_records")} <= graph.get_ancestor_asset_keys(gate)


def test_every_asset_has_a_description(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    own = ["raw_files", "plan_records", "quality_gate", "release"]
    assert all(graph.get(dg.AssetKey(name)).description for name in own)


def _describe(definitions: dg.Definitions) -> list[str]:
    graph = definitions.resolve_asset_graph()
    keys = sorted(graph.get_all_asset_keys(), key=lambda key: key.to_user_string())
    schedules = [s for s in definitions.schedules or () if isinstance(s, dg.ScheduleDefinition)]
    return [
        *(f"asset {key.to_user_string()} [{graph.get(key).group_name}]" for key in keys),
        *(f"job {job.name}" for job in definitions.jobs or ()),
        *(f"schedule {s.name} {s.job_name} '{s.cron_schedule}' {s.execution_timezone}" for s in schedules),
        *(f"sensor {s.name} {s.job_name} {s.minimum_interval_seconds}s" for s in definitions.sensors or ()),
    ]
