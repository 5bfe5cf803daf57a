"""What a release changed since the one before it: table release_change, computed in SQL from the two databases."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import yaml

from pipelines.publishing.database import comment_table
from pipelines.publishing.texts import TableText
from pipelines.tables import OFFLINE

TABLE = "release_change"
PROPERTIES = Path(__file__).with_name("release_change.yml")
_SQL = Path(__file__).parent
_LOG = logging.getLogger(__name__)

# What is compared; an earlier release that lacks one of these is compared without it.
_PLAN_TABLES = {
    "dim_plan": "plan_id commune_code title plan_kind period_start period_end document_number issued_on signer_name "
    "signer_title declared_task_total source_file source_sha256 status",
    "dim_commune": "commune_code name commune_type province_code",
    "fct_finding": "finding_id rule_code severity plan_id record_table record_id problem message evidence source_page "
    "waived_by",
}
_SPLIT_TABLES = {
    "fct_task": "task_id plan_id sequence domain_code printed_number parent_task_id task_text objective_text "
    "activity_text output_text lead_text coordinating_text deadline_text budget_text due_kind due_start due_end "
    "source_page",
    "fct_kpi_target": "kpi_id plan_id sequence source_kind domain_code indicator_code indicator_text source_text "
    "comparator target_value target_value_high unit_of_measure period_start period_end source_page",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """How many changes of each kind since release `since`; None and no counts for the first release.

    `counts`: by subject ('plan', 'task', 'target', 'finding'), then by change ('added', 'removed' ...).
    """

    since: str | None
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(sum(by_change.values()) for by_change in self.counts.values())


def write_changes(release_database: Path, previous_dir: Path | None) -> Changes:
    """Adds table release_change to a staged release, comparing it with the release in `previous_dir`.

    Without a release before it, or with one that cannot be opened, the table says that this is the first.
    """
    with duckdb.connect(str(release_database), config=OFFLINE) as connection:
        since = _attach(connection, previous_dir)
        connection.execute("set variable previous_release_id = ?", [since])
        for name, columns in {**_PLAN_TABLES, **_SPLIT_TABLES}.items():
            has_held_part = name in _SPLIT_TABLES
            _snapshot(connection, release_database.stem, "new", name, columns.split(), has_held_part)
            _snapshot(connection, "previous", "old", name, columns.split(), has_held_part)
        for step in ("plans", "items", "findings", "release_change"):
            connection.execute((_SQL / f"{step}.sql").read_text(encoding="utf-8"))
        comment_table(connection, TABLE, table_text())
        found = connection.execute((_SQL / "counts.sql").read_text(encoding="utf-8")).fetchall()
    counts: dict[str, dict[str, int]] = {}
    for subject, change, count in found:
        counts.setdefault(subject, {})[change] = count
    return Changes(since, counts)


def table_text() -> TableText:
    """Description and headings of release_change."""
    (model,) = yaml.safe_load(PROPERTIES.read_text(encoding="utf-8"))["models"]
    return TableText(
        description=model["description"].strip(),
        columns={column["name"]: column["description"] for column in model["columns"]},
        labels={column["name"]: column["config"]["meta"]["label_vi"] for column in model["columns"]},
    )


def _attach(connection: duckdb.DuckDBPyConnection, previous_dir: Path | None) -> str | None:
    """Attaches the earlier release as catalog `previous`, an empty one where there is none; gives its id."""
    if previous_dir is not None:
        path = str(previous_dir / "cchc.duckdb").replace("'", "''")
        try:
            connection.execute(f"attach '{path}' as previous (read_only)")
        except duckdb.Error as error:
            _LOG.warning("%s cannot be compared with: %s", previous_dir, error)
        else:
            return previous_dir.name
    connection.execute("attach ':memory:' as previous")
    return None


def _snapshot(
    connection: duckdb.DuckDBPyConnection, catalog: str, side: str, table: str, columns: list[str], has_held_part: bool
) -> None:
    """Makes view <side>_<table>: these columns of the table, null for one that the release lacks."""
    types: Mapping[str, str] = dict(_columns(connection, None, "main", table))
    schemas = ("main", "held") if has_held_part else ("main",)
    parts = []
    for schema in schemas:
        present = dict(_columns(connection, catalog, schema, table))
        wanted = (
            f'try_cast("{name}" as {types.get(name, "varchar")}) as "{name}"'
            if name in present
            else f'null::{types.get(name, "varchar")} as "{name}"'
            for name in columns
        )
        source = f'from "{catalog}"."{schema}"."{table}"' if present else "where false"
        parts.append(f"select {', '.join(wanted)} {source}")
    connection.execute(f'create temp view "{side}_{table}" as {" union all ".join(parts)}')


def _columns(
    connection: duckdb.DuckDBPyConnection, catalog: str | None, schema: str, table: str
) -> list[tuple[Any, ...]]:
    return connection.execute(
        "select column_name, data_type from duckdb_columns() "
        "where database_name = coalesce(?, current_database()) and schema_name = ? and table_name = ?",
        [catalog, schema, table],
    ).fetchall()
