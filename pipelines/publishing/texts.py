"""What dbt's manifest says of tables and columns: descriptions, and Vietnamese headings in `meta.label_vi`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TableText:
    """A table's description, and by column name its description and its Vietnamese heading."""

    description: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def dbt_texts(dbt_manifest: Path | None) -> dict[str, TableText]:
    """Descriptions and `meta.label_vi` of every dbt model and seed by table name; empty without a manifest."""
    if dbt_manifest is None:
        return {}
    nodes = json.loads(dbt_manifest.read_text(encoding="utf-8"))["nodes"].values()
    texts = {}
    for node in nodes:
        if node["resource_type"] not in {"model", "seed"}:
            continue
        columns = node.get("columns", {})
        texts[node.get("alias") or node["name"]] = TableText(
            description=node.get("description", "").strip(),
            columns={name: column.get("description", "").strip() for name, column in columns.items()},
            labels={name: label for name, column in columns.items() if (label := _label(column))},
        )
    return texts


def _label(column: Mapping[str, object]) -> str | None:
    config = column.get("config")
    for holder in (column, config if isinstance(config, Mapping) else {}):
        meta = holder.get("meta")
        if isinstance(meta, Mapping) and meta.get("label_vi"):
            return str(meta["label_vi"])
    return None
