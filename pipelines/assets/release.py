"""Stage 6: what passed becomes the current release."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.extraction.reader_version import reader_version
from pipelines.progress import report
from pipelines.publishing.release import publish
from pipelines.resources import RunFolders
from pipelines.tables import markdown_table
from quality.gate import GateResult


def release_asset(release_tables: Iterable[dg.AssetKey], dbt_manifest: Path) -> dg.AssetsDefinition:
    @dg.asset(
        deps=list(release_tables),
        group_name="release",
        kinds={"duckdb", "parquet", "excel", "html"},
        retry_policy=dg.RetryPolicy(max_retries=1, delay=10),
    )
    def release(context: dg.AssetExecutionContext, folders: RunFolders) -> dg.MaterializeResult[Any]:
        """The published set: DuckDB file, Parquet, a workbook a province, a web page and a manifest of it all."""
        report("Phát hành", 0)
        warehouse = folders.warehouse
        published = publish(
            warehouse.build_dir,
            warehouse.root,
            GateResult.read(warehouse.build_dir),
            dbt_manifest=dbt_manifest,
            build_facts={
                "reader_version": reader_version(),
                "province_codes": folders.province_codes,
                "run_id": context.run_id,
            },
            keep_releases=folders.keep_releases,
        )
        report("Phát hành", 1, 1)
        return dg.MaterializeResult(
            metadata={
                "release_id": published.release_id,
                "path": dg.MetadataValue.path(str(published.path)),
                "same_as_before": published.is_reused,
                "seconds": published.seconds,
                "rows": dg.MetadataValue.md(markdown_table(("bảng", "số dòng"), published.rows.items())),
            }
        )

    return release
