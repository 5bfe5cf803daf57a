"""Everything in the dbt project is described, and the committed data dictionary says what the descriptions say."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipelines.data_dictionary import DICTIONARY, markdown, published_tables
from pipelines.parsing.records import RECORD_TYPES
from pipelines.verbatim import record_schema

PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"


def _properties(kind: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in PROJECT.rglob("*.yml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {entry["name"]: entry for entry in content.get(kind, []) if isinstance(entry, dict)}
    return found


def test_committed_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == markdown(), "run python -m pipelines.data_dictionary"


def test_published_tables_hold_the_contract() -> None:
    tables = {table.name: [column.name for column in table.columns] for table in published_tables()}
    assert tables["fct_citation"][:5] == ["plan_id", "document_kind", "document_number", "document_date", "issuer"]
    assert {"mart_coverage", "mart_tasks_by_domain", "mart_tasks_by_unit"} <= tables.keys()
    assert "plan_candidate" not in tables


@pytest.mark.parametrize("path", sorted((PROJECT / "models").rglob("*.sql")), ids=lambda path: path.stem)
def test_model_is_described(path: Path) -> None:
    model = _properties("models")[path.stem]
    assert model["description"].strip()
    assert all(column["description"].strip() for column in model["columns"])


@pytest.mark.parametrize("path", sorted((PROJECT / "seeds").glob("*.csv")), ids=lambda path: path.stem)
def test_seed_is_described_column_by_column(path: Path) -> None:
    seed = _properties("seeds")[path.stem]
    with path.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [column["name"] for column in seed["columns"]]
    assert seed["description"].strip()
    assert all(column["description"].strip() for column in seed["columns"])


def test_sources_are_the_record_tables() -> None:
    tables = {table["name"]: table for table in _properties("sources")["verbatim"]["tables"]}
    assert tables.keys() == {record_type.table_name for record_type in RECORD_TYPES}
    for record_type in RECORD_TYPES:
        columns = {column["name"]: column["data_type"] for column in tables[record_type.table_name]["columns"]}
        assert columns == {name: sql_type.lower() for name, sql_type in record_schema(record_type).items()}
