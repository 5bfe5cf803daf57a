"""Verbatim records as Parquet files, one a table and source document: `<folder>/<table_name>/<sha256>.parquet`.

The schema comes from the record dataclasses alone. DuckDB writes the files, so types are those dbt reads back.
"""

from __future__ import annotations

import dataclasses
import json
import os
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from pipelines.parsing.records import RECORD_TYPES, PlanRecord, Record
from pipelines.tables import OFFLINE

EMPTY_FILE_NAME = "_empty.parquet"

_SQL_TYPES: Mapping[Any, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    list[str]: "VARCHAR[]",
}


def record_schema(record_type: type[Record]) -> dict[str, str]:
    """DuckDB type of each column of a record table, in column order.

    Raises TypeError for a field whose type hint has no column type.
    """
    hints = typing.get_type_hints(record_type)
    return {f.name: _sql_type(record_type, f.name, hints[f.name]) for f in dataclasses.fields(record_type)}


def _sql_type(record_type: type[Record], name: str, hint: Any) -> str:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    required = [option for option in options if option is not type(None)]
    if len(required) != 1 or required[0] not in _SQL_TYPES:
        raise TypeError(f"{record_type.__name__}.{name}: no column type for {hint}")
    return _SQL_TYPES[required[0]]


def write_records(path: Path, record_type: type[Record], records: Iterable[Record]) -> None:
    """Write one Parquet file atomically: a reader sees the old file or the whole new one.

    Folders are made as needed. Raises TypeError when a record is of another type.
    """
    rows: list[dict[str, Any]] = []
    for record in records:
        if type(record) is not record_type:
            raise TypeError(f"{path.name}: {type(record).__name__} among {record_type.__name__} records")
        rows.append(dataclasses.asdict(record))
    write_rows(path, record_schema(record_type), rows)


def write_plan_record(folder: Path, source_sha256: str, record: PlanRecord) -> None:
    """Write every table of one document below `folder`."""
    by_table: Mapping[str, Sequence[Record]] = record.by_table()
    for record_type in RECORD_TYPES:
        write_records(
            folder / record_type.table_name / f"{source_sha256}.parquet",
            record_type,
            by_table[record_type.table_name],
        )


def write_empty_tables(folder: Path) -> None:
    """Write an empty file a table, so that reading a table never fails for want of files."""
    for record_type in RECORD_TYPES:
        path = folder / record_type.table_name / EMPTY_FILE_NAME
        if not path.exists():
            write_records(path, record_type, ())


def write_rows(path: Path, schema: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows as one Parquet file, atomically; `schema` has the DuckDB type of each column in order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        _write_parquet(temporary, schema, rows)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _write_parquet(path: Path, schema: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    columns = ", ".join(f'"{name}" {sql_type}' for name, sql_type in schema.items())
    structure = json.dumps([dict(schema)])
    with duckdb.connect(":memory:", config=OFFLINE) as connection:
        connection.execute(f"CREATE TABLE records ({columns})")
        connection.execute(
            "INSERT INTO records SELECT row.* FROM (SELECT unnest(from_json(?, ?)) AS row)",
            [json.dumps(rows, ensure_ascii=False), structure],
        )
        quoted = str(path).replace("'", "''")
        connection.execute(f"COPY records TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
