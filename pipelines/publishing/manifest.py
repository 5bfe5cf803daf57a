"""manifest.json: what a release was made from, by what, and what is in it."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipelines.publishing.changes import Changes
from pipelines.publishing.database import open_release
from quality.gate import GateResult

MANIFEST_NAME = "manifest.json"
_DISTRIBUTIONS = (
    "cchc-pipelines",
    "dagster",
    "dbt-core",
    "dbt-duckdb",
    "duckdb",
    "great-expectations",
    "pandas",
    "pypdfium2",
    "xlsxwriter",
)


def library_versions() -> dict[str, str]:
    """Versions of Python and of the libraries that shape the output; 'source' where one runs uninstalled."""
    versions = {"python": platform.python_version()}
    for name in _DISTRIBUTIONS:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "source"
    return versions


def code_version() -> str:
    """SHA-256 over the publishing code and templates: another layout makes another release of the same data."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in {".py", ".j2", ".sql"}:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def write_manifest(
    release_dir: Path,
    *,
    release_id: str,
    fingerprint: str,
    created_at: datetime,
    gate: GateResult,
    changes: Changes,
    rows: Mapping[str, int],
    build_facts: Mapping[str, Any],
) -> None:
    """Writes manifest.json into a staged release whose other files are all there."""
    content = {
        "release_id": release_id,
        "created_at": created_at.isoformat(timespec="seconds"),
        "fingerprint": fingerprint,
        "inputs": _inputs(release_dir / "cchc.duckdb"),
        "rows": dict(sorted(rows.items())),
        "gate": asdict(gate),
        "changes": asdict(changes),
        "versions": library_versions(),
        "build": dict(build_facts),
        "files": [
            {"name": str(path.relative_to(release_dir)), "bytes": path.stat().st_size, "sha256": _sha256(path)}
            for path in sorted(release_dir.rglob("*"))
            if path.is_file()
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, default=str)
    (release_dir / MANIFEST_NAME).write_text(f"{text}\n", encoding="utf-8")


def read_manifest(release_dir: Path) -> dict[str, Any]:
    """The manifest of a release. Raises FileNotFoundError."""
    content: dict[str, Any] = json.loads((release_dir / MANIFEST_NAME).read_text(encoding="utf-8"))
    return content


def _inputs(release_database: Path) -> list[dict[str, Any]]:
    with open_release(release_database) as connection:
        result = connection.execute(
            "select source_file, source_sha256, status, reason, plan_id, pages, reader from main.fct_document "
            "order by source_file, source_sha256"
        )
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
