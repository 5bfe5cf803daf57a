"""`cchc sql`: questions to the current release, read-only and without reach beyond it."""

from __future__ import annotations

import csv
import sys

import duckdb

from pipelines.cli.console import fail, out, refused, table_of
from pipelines.invocation import typed
from pipelines.settings import Settings
from pipelines.tables import OFFLINE
from pipelines.warehouse import Warehouse


def sql_command(settings: Settings, query: str, *, as_csv: bool) -> int:
    """Print the rows `query` gives; exit code 1 with DuckDB's message when it is wrong or nothing is published."""
    database = Warehouse(settings.warehouse_dir).database
    if not database.exists():
        return fail(f"Chưa có bản phát hành nào trong {settings.warehouse_dir}. Hãy chạy: {typed('run')}")
    config = {**OFFLINE, "enable_external_access": "false", "lock_configuration": "true"}
    try:
        with duckdb.connect(str(database), read_only=True, config=config) as connection:
            found = connection.execute(query)
            header = [column[0] for column in found.description or ()]
            rows = found.fetchall() if header else []
    except duckdb.Error as error:
        return refused(error)
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(header)
        writer.writerows(rows)
        return 0
    out.print(table_of(header, rows))
    out.print(f"{len(rows)} dòng")
    return 0
