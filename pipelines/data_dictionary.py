"""The data dictionary of a release, generated from the descriptions beside the dbt models.

`python -m pipelines.data_dictionary` rewrites docs/data-dictionary.md; a test compares the committed file with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipelines.publishing.changes import PROPERTIES as CHANGES
from pipelines.settings import REPOSITORY

MODELS = REPOSITORY / "dbt_project" / "models"
DICTIONARY = REPOSITORY / "docs" / "data-dictionary.md"
_PROPERTY_FILES = (MODELS / "marts" / "_marts.yml", MODELS / "release" / "_release.yml", CHANGES)
# Made for the quality gate; dim_plan is what a release holds of it.
_NOT_PUBLISHED = frozenset({"plan_candidate"})
_PREFIXES = ("dim_", "bridge_", "fct_", "mart_", "release_")

_INTRODUCTION = """\
# Data dictionary

Tables of a release, in schema `main` of `cchc.duckdb` and as `parquet/<table>.parquet`. Records of held plans stand
in tables of the same names in schema `held`. This file is generated from the descriptions beside the dbt models:
change them there, then run `make docs`.

`*_text` columns are verbatim; what they mean stands in other columns. Codes of units and kinds of deadlines are
explained in the columns that hold them. Columns beyond the contract of the design may grow; none goes away.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """`label` is the short Vietnamese heading that the workbook shows; `values` the codes it may hold, if few."""

    name: str
    data_type: str
    description: str
    label: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a release."""

    name: str
    description: str
    columns: tuple[Column, ...]


def published_tables() -> tuple[Table, ...]:
    """The tables of a release: dimensions, bridge, facts, then marts, by name within each.

    Raises KeyError when a column lacks its type, description or label.
    """
    tables = [_table(model) for path in _PROPERTY_FILES for model in yaml.safe_load(path.read_text("utf-8"))["models"]]
    published = [table for table in tables if table.name not in _NOT_PUBLISHED]
    return tuple(sorted(published, key=lambda table: (_rank(table.name), table.name)))


def markdown() -> str:
    """The whole dictionary as one Markdown text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    tables = published_tables()
    yield _INTRODUCTION
    yield from (f"- [{table.name}](#{table.name})" for table in tables)
    for table in tables:
        yield f"\n## {table.name}\n\n{table.description}\n"
        yield "| column | type | tiếng Việt | description |\n| --- | --- | --- | --- |"
        for column in table.columns:
            values = f" ({', '.join(f'`{value}`' for value in column.values)})" if column.values else ""
            yield f"| {column.name} | {column.data_type} | {column.label} | {column.description}{values} |"


def _table(model: Mapping[str, Any]) -> Table:
    return Table(model["name"], model["description"].strip(), tuple(_column(column) for column in model["columns"]))


def _column(column: Mapping[str, Any]) -> Column:
    return Column(
        name=column["name"],
        data_type=column["data_type"],
        description=column["description"],
        label=column["config"]["meta"]["label_vi"],
        values=tuple(_accepted_values(column.get("data_tests", ()))),
    )


def _accepted_values(tests: Any) -> Iterator[str]:
    for test in tests:
        if isinstance(test, dict) and "accepted_values" in test:
            yield from test["accepted_values"]["arguments"]["values"]


def _rank(name: str) -> int:
    return next(rank for rank, prefix in enumerate(_PREFIXES) if name.startswith(prefix))


def write(path: Path = DICTIONARY) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(markdown(), encoding="utf-8")


if __name__ == "__main__":
    write()
