"""Stages 3 and 5: dbt gives the records their meaning (candidate), and builds what is published (release)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtCliResource, DbtProject, dbt_assets

from pipelines.progress import report
from pipelines.resources import RunFolders

CANDIDATE = "tag:candidate"
RELEASE = "tag:release"
_LABELS = {CANDIDATE: "Quy chuẩn dữ liệu (dbt)", RELEASE: "Lập bảng phát hành (dbt)"}

# Unit tests judge the SQL on made-up rows; `make test` runs them, a run has no need to.
_WITHOUT_UNIT_TESTS = ("--exclude-resource-type", "unit_test")

# dbt source table -> the asset that writes it.
_WRITERS = {
    "province_scope": "raw_files",
    "inventory": "plan_records",
    "finding": "quality_gate",
    "plan_verdict": "quality_gate",
}
_VERBATIM_WRITER = "plan_records"


class Translator(DagsterDbtTranslator):
    """dbt names as Dagster names: sources are the assets that write them, groups are the project's layers."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True))

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        if dbt_resource_props["resource_type"] != "source":
            return dg.AssetKey(["dbt", dbt_resource_props["name"]])
        if dbt_resource_props["source_name"] == "verbatim":
            return dg.AssetKey(_VERBATIM_WRITER)
        return dg.AssetKey(_WRITERS[dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """'seeds', or the folder below models/: staging, intermediate, marts ..."""
        if dbt_resource_props["resource_type"] == "seed":
            return "seeds"
        fqn = dbt_resource_props["fqn"]
        return str(fqn[1]) if len(fqn) > 2 else None


def dbt_tables(project: DbtProject) -> list[dg.AssetsDefinition]:
    """The dbt models, seeds and (as asset checks) tests, in two passes with the quality gate between them."""
    return [_one_pass(project, CANDIDATE, "candidate_tables"), _one_pass(project, RELEASE, "release_tables")]


def _one_pass(project: DbtProject, selection: str, name: str) -> dg.AssetsDefinition:
    # No retry: dbt on the same records fails the same way again, and an analyst waits for the message.
    @dbt_assets(
        manifest=project.manifest_path,
        project=project,
        select=selection,
        name=name,
        dagster_dbt_translator=Translator(),
    )
    def build(context: dg.AssetExecutionContext, dbt: DbtCliResource, folders: RunFolders) -> Iterator[Any]:
        target = folders.warehouse.build_dir / "dbt" / name
        invocation = dbt.cli(["build", *_WITHOUT_UNIT_TESTS], context=context, target_path=_made(target))
        total = len(context.selected_asset_keys)
        done = 0
        report(_LABELS[selection], done, total)
        for event in invocation.stream():
            yield event
            if isinstance(event, dg.AssetMaterialization | dg.Output | dg.MaterializeResult):
                done += 1
                report(_LABELS[selection], done, total)

    return build


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
