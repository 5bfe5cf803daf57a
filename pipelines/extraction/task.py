"""What a worker process does with one file: bytes -> Document -> PlanRecord -> kept result."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from pipelines.parsing.plan import parse
from pipelines.parsing.records import PlanRecord
from pipelines.reading.document import Document, UnreadableDocumentError
from pipelines.reading.limits import DEFAULT_LIMITS, MEBIBYTE
from pipelines.reading.reader import read
from pipelines.verbatim_store import Outcome, VerbatimStore


@dataclass(frozen=True, slots=True)
class ExtractionTask:
    path: Path
    source_sha256: str
    store: VerbatimStore

    @property
    def suffix(self) -> str:
        return self.path.suffix.lower()


def extract(task: ExtractionTask) -> Outcome:
    """Read and parse one file and keep the result. Raises what the readers and parsers raise by mistake."""
    started = time.perf_counter()
    try:
        data = _load(task)
        document = read(data, task.path.name)
        record = parse(document, task.source_sha256)
    except UnreadableDocumentError as error:
        outcome = Outcome(
            task.source_sha256, "quarantined", error.code, error.reason, read_seconds=time.perf_counter() - started
        )
        if error.code not in _NOT_KEPT:
            task.store.put(outcome, task.suffix, None)
        return outcome
    outcome = _judge(record, document, task, time.perf_counter() - started)
    task.store.put(outcome, task.suffix, record if outcome.status == "read" else None)
    return outcome


CHANGED = "changed_while_reading"
# Another run may end otherwise: on a file at rest, on a machine less busy.
_NOT_KEPT = frozenset({CHANGED, "timeout"})


def _load(task: ExtractionTask) -> bytes:
    size = task.path.stat().st_size
    if size > DEFAULT_LIMITS.max_file_bytes:
        raise UnreadableDocumentError(
            "too_large",
            f"Tệp nặng {size / MEBIBYTE:.0f} MB, vượt mức {DEFAULT_LIMITS.max_file_bytes // MEBIBYTE} MB. "
            "Hãy giảm độ phân giải bản quét hoặc gửi bản văn bản điện tử.",
        )
    data = task.path.read_bytes()
    if hashlib.sha256(data).hexdigest() != task.source_sha256:
        raise UnreadableDocumentError(CHANGED, "Tệp bị thay đổi trong lúc đang đọc; lượt chạy sau sẽ đọc lại.")
    return data


def _judge(record: PlanRecord, document: Document, task: ExtractionTask, seconds: float) -> Outcome:
    read_as = (document.format, document.page_count, seconds)
    header = record.header
    if header.rejection_code is None:
        return Outcome(task.source_sha256, "read", None, None, *read_as)
    reason = " ".join(filter(None, (header.rejection_reason, _under_another_suffix(document, task.suffix))))
    return Outcome(task.source_sha256, "quarantined", header.rejection_code, reason, *read_as)


def _under_another_suffix(document: Document, suffix: str) -> str | None:
    """Why a file that is no plan may have come instead of one: its content is not what its suffix claims."""
    mislabelled = next((note.message for note in document.notes if note.kind == "mislabelled"), None)
    if mislabelled and document.format == "html":
        return (
            f"Tệp có đuôi {suffix} nhưng nội dung là trang web, có thể là trang báo lỗi lưu nhầm khi tải về; "
            "hãy tải lại tệp gốc."
        )
    return mislabelled
