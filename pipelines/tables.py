"""Small looks at Parquet files and row lists, for metadata and messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

# DuckDB fetches missing extensions by itself unless told not to.
OFFLINE: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def read_rows(parquet: Path) -> list[dict[str, Any]]:
    """All rows of a Parquet file, in order."""
    with duckdb.connect(config=OFFLINE) as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(parquet)])
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; empty cells for None."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(value) for value in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
