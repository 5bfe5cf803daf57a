"""All files of raw/ -> kept verbatim records, and the inventory that says how reading each of them ended."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from pipelines.extraction.pool import PoolLimits, TaskFailure, run_tasks
from pipelines.extraction.task import ExtractionTask, extract
from pipelines.inventory import RawFile
from pipelines.reading.limits import MEBIBYTE
from pipelines.verbatim_store import Outcome, VerbatimStore

log = logging.getLogger(__name__)

# Bytes of PDF that earn the time limit once more, and the longest limit as a factor.
_SIZE_OF_A_SCAN, _MOST_PATIENCE = 5 * MEBIBYTE, 6.0

INVENTORY_SCHEMA = {
    "source_file": "VARCHAR",
    "source_sha256": "VARCHAR",
    "size_bytes": "BIGINT",
    "folder_hint": "VARCHAR",
    "status": "VARCHAR",
    "reason_code": "VARCHAR",
    "reason": "VARCHAR",
    "format": "VARCHAR",
    "pages": "INTEGER",
    "read_seconds": "DOUBLE",
    "reader_version": "VARCHAR",
}

_FAILURES: dict[str, tuple[str, str]] = {
    "timeout": (
        "timeout",
        "Đọc tệp quá {seconds:.0f} giây chưa xong nên đã dừng. Hãy gửi bản .docx hoặc chia nhỏ tệp rồi gửi lại.",
    ),
    "crashed": (
        "crashed",
        "Chương trình đọc bị dừng đột ngột vì tệp này (tệp hỏng hoặc cần quá nhiều bộ nhớ). "
        "Hãy mở tệp, lưu lại thành tệp mới rồi gửi lại.",
    ),
    "error": (
        "reader_error",
        "Chương trình gặp lỗi khi đọc tệp này. Hãy gửi bản ở định dạng khác và báo cho bộ phận kỹ thuật.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """One file of raw/ and how reading it ended; the columns of `INVENTORY_SCHEMA`."""

    source_file: str
    source_sha256: str | None
    size_bytes: int
    folder_hint: str | None
    status: Literal["read", "quarantined"]
    reason_code: str | None
    reason: str | None
    format: str | None
    pages: int | None
    read_seconds: float
    reader_version: str

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def extract_all(
    files: Sequence[RawFile],
    store: VerbatimStore,
    limits: PoolLimits,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[InventoryRow]:
    """One row a file, in the order of `files`. Bytes read before are not read again; equal bytes are read once.

    Of byte-identical files the first one's name counts.
    """
    store.prepare()
    by_content: dict[str, RawFile] = {}
    for file in files:
        if file.source_sha256 is not None:
            by_content.setdefault(file.source_sha256, file)
    outcomes = {sha256: store.get(sha256, file.suffix) for sha256, file in by_content.items()}
    tasks = [ExtractionTask(file.path, sha256, store) for sha256, file in by_content.items() if not outcomes[sha256]]
    # Large files first: the last task to end is then a short one.
    tasks.sort(key=lambda task: by_content[task.source_sha256].size_bytes, reverse=True)
    done = len(by_content) - len(tasks)
    on_progress(done, len(by_content))
    sizes = {sha256: file.size_bytes for sha256, file in by_content.items()}

    def patience(task: ExtractionTask) -> float:
        return _patience(task.suffix, sizes[task.source_sha256])

    for task, answer in run_tasks(extract, tasks, limits, patience):
        outcomes[task.source_sha256] = _outcome(task, answer, limits.timeout_seconds * patience(task))
        done += 1
        on_progress(done, len(by_content))
    return [_row(file, outcomes.get(file.source_sha256 or ""), store.reader_version) for file in files]


def _patience(suffix: str, size_bytes: int) -> float:
    """Scans take seconds a page, and their pages weigh much: a longer limit for heavy PDF files, as a factor."""
    return min(_MOST_PATIENCE, 1.0 + size_bytes / _SIZE_OF_A_SCAN) if suffix == ".pdf" else 1.0


def _outcome(task: ExtractionTask, answer: Outcome | TaskFailure, seconds: float) -> Outcome:
    if isinstance(answer, Outcome):
        return answer
    log.error("%s: %s: %s", task.path, answer.code, answer.detail)
    code, reason = _FAILURES[answer.code]
    # Not kept: another run, on a machine less busy or with a mended reader, may succeed.
    return Outcome(task.source_sha256, "quarantined", code, reason.format(seconds=seconds))


def _row(file: RawFile, outcome: Outcome | None, reader_version: str) -> InventoryRow:
    if outcome is None:
        outcome = Outcome("", "quarantined", "not_readable", file.defect)
    return InventoryRow(
        source_file=file.source_file,
        source_sha256=file.source_sha256,
        size_bytes=file.size_bytes,
        folder_hint=file.folder_hint,
        status=outcome.status,
        reason_code=outcome.reason_code,
        reason=outcome.reason,
        format=outcome.format,
        pages=outcome.pages,
        read_seconds=round(outcome.read_seconds, 3),
        reader_version=reader_version,
    )
