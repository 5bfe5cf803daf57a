"""The release's own DuckDB file and its Parquet copies, made from the build's tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipelines.publishing.contract import MART_PREFIX, TABLES, VOLATILE_COLUMNS, Table
from pipelines.publishing.texts import TableText
from pipelines.tables import OFFLINE


class ReleaseError(Exception):
    """The build cannot become a release: a table is missing, or its rows do not add up."""


def open_release(release_database: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that never looks to the network for extensions."""
    return duckdb.connect(str(release_database), read_only=True, config=OFFLINE)


def write_database(build: Path, release_database: Path, texts: Mapping[str, TableText]) -> dict[str, int]:
    """Writes the release's database and returns the rows of each table, 'held.fct_task' for those kept back.

    Raises ReleaseError when the build lacks a table or a record belongs to no plan.
    """
    with duckdb.connect(str(release_database), config=OFFLINE) as connection:
        connection.execute(f"attach '{_quoted(build)}' as build (read_only)")
        connection.execute("create schema held")
        present = {
            f"{schema}.{name}"
            for schema, name in connection.execute(
                "select schema_name, table_name from duckdb_tables() where database_name = 'build' "
                "union all select schema_name, view_name from duckdb_views() where database_name = 'build'"
            ).fetchall()
        }
        missing = sorted(
            f"{table.source}.{table.name}" for table in TABLES if f"{table.source}.{table.name}" not in present
        )
        if missing:
            raise ReleaseError(f"{build}: thiếu bảng {', '.join(missing)}")
        marts = sorted(name.removeprefix("main.") for name in present if name.startswith(f"main.{MART_PREFIX}"))
        tables = (*TABLES, *(Table(name, "main", "all") for name in marts))
        rows: dict[str, int] = {}
        for table in tables:
            rows |= _copy(connection, table)
        for table in tables:
            comment_table(connection, table.name, texts.get(table.name, TableText()))
        connection.execute("detach build")
        return rows


def write_parquet(release_database: Path, folder: Path) -> None:
    """Writes every table of schema main as <folder>/<table>.parquet."""
    folder.mkdir()
    with open_release(release_database) as connection:
        for schema, table in _tables(connection):
            if schema == "main":
                connection.table(f"main.{table}").write_parquet(str(folder / f"{table}.parquet"), compression="zstd")


def fingerprint(release_database: Path) -> str:
    """SHA-256 of what the tables hold, whatever the order of rows and the time of reading."""
    digest = hashlib.sha256()
    with open_release(release_database) as connection:
        for schema, table in _tables(connection):
            columns = [row[0] for row in connection.execute(f'describe {schema}."{table}"').fetchall()]
            kept = ", ".join(f'"{column}"' for column in columns if column not in VOLATILE_COLUMNS)
            found = connection.execute(
                f'select count(*), bit_xor(md5_number(row({kept})::varchar)) from {schema}."{table}"'  # noqa: S608
            ).fetchone()
            digest.update(f"{schema}.{table}({kept})={found}\n".encode())
    return digest.hexdigest()


def _copy(connection: duckdb.DuckDBPyConnection, table: Table) -> dict[str, int]:
    source = f'build.{table.source}."{table.name}"'
    if table.plan_of_row is None:
        return {table.name: _create(connection, f'main."{table.name}"', f"from {source} r order by {table.order}")}
    status = f"(select p.status from build.main.dim_plan p where p.plan_id = {table.plan_of_row})"  # noqa: S608
    rows = {
        table.name: _create(
            connection, f'main."{table.name}"', f"from {source} r where {status} <> 'held' order by {table.order}"
        ),
        f"held.{table.name}": _create(
            connection, f'held."{table.name}"', f"from {source} r where {status} = 'held' order by {table.order}"
        ),
    }
    in_build = _count(connection, source)
    if sum(rows.values()) != in_build:
        raise ReleaseError(f"{table.name}: {in_build} bản ghi nhưng các kế hoạch cộng lại chỉ có {sum(rows.values())}")
    return rows


def _create(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> int:
    connection.execute(f"create table {name} as {query}")
    return _count(connection, name)


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    found = connection.execute(f"select count(*) from {name}").fetchone()  # noqa: S608 - names are of our contract
    assert found is not None
    return int(found[0])


def comment_table(connection: duckdb.DuckDBPyConnection, table: str, text: TableText) -> None:
    """Puts the descriptions beside the table and its columns, in every schema that has it."""
    existing = connection.execute(
        "select schema_name, column_name from duckdb_columns() where table_name = ? and database_name <> 'build'",
        [table],
    ).fetchall()
    for schema in sorted({schema for schema, _ in existing}):
        if text.description:
            connection.execute(f"comment on table {schema}.\"{table}\" is '{_quoted(text.description)}'")
    for schema, column in existing:
        if described := text.columns.get(column):
            connection.execute(f'comment on column {schema}."{table}"."{column}" is \'{_quoted(described)}\'')


def _tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    query = "select schema_name, table_name from duckdb_tables() order by all"
    return [(schema, table) for schema, table in connection.execute(query).fetchall()]


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")
