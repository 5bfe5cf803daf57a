"""Stage 1: what lies in raw/."""

from collections import Counter
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.inventory import RawFile, scan
from pipelines.progress import report
from pipelines.resources import RunFolders
from pipelines.tables import markdown_table, read_rows
from pipelines.verbatim import write_rows

FILE_NAME = "raw_file.parquet"
SCOPE_NAME = "province_scope.parquet"
_SCHEMA = {
    "source_file": "VARCHAR",
    "path": "VARCHAR",
    "size_bytes": "BIGINT",
    "source_sha256": "VARCHAR",
    "folder_hint": "VARCHAR",
    "defect": "VARCHAR",
}


@dg.asset(group_name="files", kinds={"file"}, retry_policy=dg.RetryPolicy(max_retries=2, delay=5))
def raw_files(folders: RunFolders) -> dg.MaterializeResult[Any]:
    """Every file of raw/, known by the SHA-256 of its bytes. Starts a build of its own beside the releases."""
    report("Kiểm kê tệp trong raw/", 0)
    try:
        files = scan(folders.raw)
    except FileNotFoundError as error:
        raise dg.Failure(f"Không có thư mục {folders.raw}.", allow_retries=False) from error
    folders.warehouse.start_build()
    build_dir = folders.warehouse.build_dir
    write_rows(build_dir / FILE_NAME, _SCHEMA, [_row(file) for file in files])
    codes = [{"province_code": code} for code in folders.province_codes]
    write_rows(build_dir / SCOPE_NAME, {"province_code": "VARCHAR"}, codes)
    report("Kiểm kê tệp trong raw/", len(files), len(files))
    return dg.MaterializeResult(metadata=_metadata(files))


def load_raw_files(build_dir: Path) -> list[RawFile]:
    """The files the `raw_files` asset found, in its order."""
    rows = read_rows(build_dir / FILE_NAME)
    return [RawFile(**{**row, "path": Path(row["path"])}) for row in rows]


def _row(file: RawFile) -> dict[str, Any]:
    return {name: str(file.path) if name == "path" else getattr(file, name) for name in _SCHEMA}


def _metadata(files: list[RawFile]) -> dict[str, Any]:
    contents = {file.source_sha256 for file in files if file.source_sha256}
    kinds = Counter(file.suffix or "(không đuôi)" for file in files)
    readable = sum(file.source_sha256 is not None for file in files)
    return {
        "dagster/row_count": len(files),
        "megabytes": round(sum(file.size_bytes for file in files) / 1e6, 2),
        "byte_identical_copies": readable - len(contents),
        "by_suffix": dg.MetadataValue.md(markdown_table(("đuôi", "số tệp"), kinds.most_common())),
    }
