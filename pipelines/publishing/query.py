"""The SQL of queries/ run on a release's database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from pipelines.publishing.database import open_release

_QUERIES = Path(__file__).with_name("queries")


@contextmanager
def querying(release_database: Path, province_code: str | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection with the views that the queries use, for one province's workbook or for the whole."""
    with open_release(release_database) as connection:
        connection.execute("set variable province = ?", [province_code])
        connection.execute((_QUERIES / "views.sql").read_text(encoding="utf-8"))
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, name: str, queries: Path = _QUERIES) -> list[dict[str, Any]]:
    """The rows of <queries>/<name>.sql, each keyed by column name."""
    result = connection.execute((queries / f"{name}.sql").read_text(encoding="utf-8"))
    columns = [column[0] for column in result.description or ()]
    return [dict(zip(columns, values, strict=True)) for values in result.fetchall()]
