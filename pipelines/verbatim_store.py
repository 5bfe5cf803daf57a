"""Results of reading, kept under the reader's version and the file's SHA-256 and never computed twice.

`<warehouse>/verbatim/<reader version>/<table>/<sha256>.parquet` holds the records;
`.../outcome/<sha256><suffix>.json` says how reading ended. It is written last, so it stands for a complete result.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pipelines.parsing.records import PlanRecord
from pipelines.reading.reader import ACCEPTED_SUFFIXES
from pipelines.verbatim import write_empty_tables, write_plan_record

KEPT_VERSIONS = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """How reading one file ended. `reason_code` and `reason` (Vietnamese) are set when it is quarantined."""

    source_sha256: str
    status: Literal["read", "quarantined"]
    reason_code: str | None = None
    reason: str | None = None
    format: str | None = None
    pages: int | None = None
    read_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class VerbatimStore:
    root: Path
    reader_version: str

    @property
    def folder(self) -> Path:
        return self.root / self.reader_version

    def prepare(self) -> None:
        """Make the tables' folders, and drop the results of all but the last few reader versions."""
        write_empty_tables(self.folder)
        (self.folder / "outcome").mkdir(exist_ok=True)
        os.utime(self.folder)
        versions = sorted((p for p in self.root.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime)
        for stale in versions[:-KEPT_VERSIONS]:
            shutil.rmtree(stale)

    def get(self, source_sha256: str, suffix: str) -> Outcome | None:
        """The kept outcome of a file, None where it was never read to the end.

        The suffix belongs to the key because readers may weigh it; equal bytes under another name are read again.
        """
        path = self._outcome_path(source_sha256, suffix)
        if not path.exists():
            return None
        return Outcome(**json.loads(path.read_text(encoding="utf-8")))

    def put(self, outcome: Outcome, suffix: str, record: PlanRecord | None) -> None:
        """Keep a result; `record` is None for a quarantined file."""
        for other in ("", *ACCEPTED_SUFFIXES):
            self._outcome_path(outcome.source_sha256, other).unlink(missing_ok=True)
        if record is not None:
            write_plan_record(self.folder, outcome.source_sha256, record)
        path = self._outcome_path(outcome.source_sha256, suffix)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        temporary.write_text(json.dumps(asdict(outcome), ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)

    def _outcome_path(self, source_sha256: str, suffix: str) -> Path:
        return self.folder / "outcome" / f"{source_sha256}{suffix if suffix in ACCEPTED_SUFFIXES else ''}.json"
