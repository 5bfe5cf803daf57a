"""The assets, the job over them, its schedule and sensor, wired for the folders of one set of settings."""

from __future__ import annotations

import dagster as dg

from pipelines.assets.dbt_tables import dbt_tables
from pipelines.assets.plan_records import plan_records
from pipelines.assets.quality_gate import quality_gate_asset
from pipelines.assets.raw_files import raw_files
from pipelines.assets.release import release_asset
from pipelines.dbt import dbt_resource, prepared_project, use_folders
from pipelines.resources import RunFolders
from pipelines.schedules import nightly, raw_watcher
from pipelines.settings import Settings

JOB_NAME = "consolidate"


def build_definitions(settings: Settings) -> dg.Definitions:
    """Definitions whose runs read and write the folders of `settings`. Parses the dbt project when it changed."""
    folders = RunFolders.from_settings(settings)
    use_folders(folders.warehouse.build_dir, folders.store.folder)
    project = prepared_project()
    candidate, release = dbt_tables(project)
    job = dg.define_asset_job(
        JOB_NAME,
        selection=dg.AssetSelection.all(),
        description="raw/ to a published release: read, parse, conform, check, publish.",
        # One process a run: the stages follow one another, and reading has its own processes.
        executor_def=dg.in_process_executor,
    )
    return dg.Definitions(
        assets=[
            raw_files,
            plan_records,
            candidate,
            quality_gate_asset(keys_of_group(candidate, "marts")),
            release,
            release_asset(keys_of_group(release, "release"), project.manifest_path),
        ],
        jobs=[job],
        schedules=[nightly(JOB_NAME)],
        sensors=[raw_watcher(JOB_NAME, settings)],
        resources={"folders": folders, "dbt": dbt_resource(project)},
        executor=dg.in_process_executor,
    )


def keys_of_group(tables: dg.AssetsDefinition, group: str) -> list[dg.AssetKey]:
    return [spec.key for spec in tables.specs if spec.group_name == group]
