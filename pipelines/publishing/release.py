"""Publishing: a build that passed the gate becomes an immutable release, and then the current one."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.publishing.changes import TABLE as CHANGES_TABLE
from pipelines.publishing.changes import write_changes
from pipelines.publishing.database import fingerprint, write_database, write_parquet
from pipelines.publishing.manifest import code_version, library_versions, read_manifest, write_manifest
from pipelines.publishing.overview import province_overview, read_overview
from pipelines.publishing.page import write_page
from pipelines.publishing.store import ReleaseStore
from pipelines.publishing.texts import TableText, dbt_texts
from pipelines.publishing.workbook import write_workbook
from quality.gate import DATABASE_NAME, GateResult

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LOCK_TIMEOUT_SECONDS = 600.0
_LOG = logging.getLogger(__name__)


class WithheldError(Exception):
    """The gate withheld this build, so it must not be published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A published release. `is_reused`: nothing had changed, so the release that held the same was kept."""

    release_id: str
    path: Path
    rows: Mapping[str, int]
    is_reused: bool
    seconds: float


def publish(
    build_dir: Path,
    warehouse_dir: Path,
    gate: GateResult,
    *,
    dbt_manifest: Path | None = None,
    build_facts: Mapping[str, Any] | None = None,
    keep_releases: int | None = None,
    now: datetime | None = None,
    lock_timeout: float = LOCK_TIMEOUT_SECONDS,
) -> Release:
    """Publishes `build_dir`/cchc.duckdb, with dbt's second pass done, as the current release of `warehouse_dir`.

    `dbt_manifest`: dbt's target/manifest.json, for descriptions and headings. `build_facts`: what else the manifest
    should tell of this run. `keep_releases`: how many releases stay on the disk, None for all. `now` must carry a time
    zone.
    Raises WithheldError, ReleaseError (incomplete build) or PublishLockedError; the current release then stays.
    """
    if gate.outcome != "publish":
        raise WithheldError("; ".join(gate.withheld_because))
    started = time.perf_counter()
    created_at = (now or datetime.now(TIME_ZONE)).astimezone(TIME_ZONE)
    store = ReleaseStore(warehouse_dir)
    with store.exclusive(lock_timeout):
        for leftover in store.remove_leftovers():
            _LOG.info("removed %s, left by a run that was killed", leftover.name)
        with store.staging() as staging:
            texts = dbt_texts(dbt_manifest)
            rows = write_database(build_dir / DATABASE_NAME, staging / DATABASE_NAME, texts)
            mark = _fingerprint(staging / DATABASE_NAME)
            release = _same_as_newest(store, mark)
            is_reused = release is not None
            if release is None:
                release_id = f"{created_at:%Y%m%dT%H%M%S}-{mark[:8]}"
                # Not part of the fingerprint: what a release holds does not depend on the one before it.
                changes = write_changes(staging / DATABASE_NAME, store.last())
                rows = {**rows, CHANGES_TABLE: max(changes.rows, 1)}
                _write_files(staging, texts, release_id, created_at, changes.since)
                write_manifest(
                    staging,
                    release_id=release_id,
                    fingerprint=mark,
                    created_at=created_at,
                    gate=gate,
                    changes=changes,
                    rows=rows,
                    build_facts=build_facts or {},
                )
                release = store.commit(staging, release_id)
            store.switch_to(release)
            for outdated in store.prune(keep_releases) if keep_releases is not None else ():
                _LOG.info("removed release %s: only the %d newest are kept", outdated.name, keep_releases)
    return Release(
        release_id=release.name,
        path=release,
        rows=rows,
        is_reused=is_reused,
        seconds=round(time.perf_counter() - started, 3),
    )


def _write_files(
    staging: Path, texts: Mapping[str, TableText], release_id: str, created_at: datetime, since: str | None
) -> None:
    database = staging / DATABASE_NAME
    write_parquet(database, staging / "parquet")
    overview = read_overview(database)
    for province in overview.provinces:
        first_sheet = province_overview(overview, province, database, created_at)
        write_workbook(staging / province.workbook, database, first_sheet, texts, created_at)
    tables = sorted(path.stem for path in (staging / "parquet").iterdir())
    write_page(staging / "index.html", overview, release_id, created_at, tables, since)


def _fingerprint(database: Path) -> str:
    made_by = json.dumps(library_versions(), sort_keys=True) + code_version()
    return hashlib.sha256((fingerprint(database) + made_by).encode()).hexdigest()


def _same_as_newest(store: ReleaseStore, mark: str) -> Path | None:
    newest = store.newest()
    return newest if newest is not None and read_manifest(newest)["fingerprint"] == mark else None
