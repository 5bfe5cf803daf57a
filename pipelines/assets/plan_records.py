"""Stage 2: files -> verbatim records."""

import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import dagster as dg

from pipelines.assets.raw_files import load_raw_files, raw_files
from pipelines.extraction.extract import INVENTORY_SCHEMA, InventoryRow, extract_all
from pipelines.progress import report
from pipelines.resources import RunFolders
from pipelines.tables import markdown_table
from pipelines.verbatim import write_rows

EXPECTED_SHARE = 0.5
_CHECK = dg.AssetCheckSpec(
    "enough_files_read",
    asset="plan_records",
    description=f"At least {EXPECTED_SHARE:.0%} of the files were read as plans; fewer points at a wrong folder.",
)


@dg.asset(
    deps=[raw_files],
    group_name="files",
    kinds={"python", "parquet"},
    check_specs=[_CHECK],
    retry_policy=dg.RetryPolicy(max_retries=1, delay=10),
)
def plan_records(folders: RunFolders) -> Iterator[dg.MaterializeResult[Any]]:
    """What is written in each plan and where, verbatim; files that are unreadable or no plans are quarantined."""
    started = time.perf_counter()
    rows = extract_all(
        load_raw_files(folders.warehouse.build_dir),
        folders.store,
        folders.pool_limits,
        lambda done, total: report("Đọc kế hoạch", done, total),
    )
    write_rows(folders.warehouse.inventory, INVENTORY_SCHEMA, [row.as_dict() for row in rows])
    yield dg.MaterializeResult(
        metadata=_metadata(rows, time.perf_counter() - started), check_results=[_enough_read(rows)]
    )


def _enough_read(rows: list[InventoryRow]) -> dg.AssetCheckResult:
    share = sum(row.status == "read" for row in rows) / len(rows) if rows else 0.0
    return dg.AssetCheckResult(
        check_name=_CHECK.name,
        passed=share >= EXPECTED_SHARE,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"share_read": round(share, 3)},
    )


def _metadata(rows: list[InventoryRow], seconds: float) -> dict[str, Any]:
    quarantined = [row for row in rows if row.status == "quarantined"]
    reasons = Counter(row.reason_code for row in quarantined)
    return {
        "dagster/row_count": len(rows),
        "read": len(rows) - len(quarantined),
        "quarantined": len(quarantined),
        "pages": sum(row.pages or 0 for row in rows),
        "seconds": round(seconds, 2),
        "reader_version": rows[0].reader_version if rows else "",
        "quarantine_reasons": dg.MetadataValue.md(markdown_table(("mã lý do", "số tệp"), reasons.most_common())),
        "quarantined_files": dg.MetadataValue.md(
            markdown_table(("tệp", "lý do"), ((row.source_file, row.reason) for row in quarantined[:50]))
        ),
    }
