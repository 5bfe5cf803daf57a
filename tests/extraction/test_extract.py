"""Files of raw/ through the readers and parsers, in processes of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.extraction.extract import INVENTORY_SCHEMA, InventoryRow, _patience, extract_all
from pipelines.extraction.pool import PoolLimits
from pipelines.extraction.reader_version import reader_version
from pipelines.inventory import scan
from pipelines.reading.limits import MEBIBYTE
from pipelines.tables import read_rows
from pipelines.verbatim_store import VerbatimStore
from tests.plan_text import plan_markdown

LIMITS = PoolLimits(workers=2, timeout_seconds=60, memory_bytes=4 << 30)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> VerbatimStore:
    return VerbatimStore(tmp_path / "verbatim", "test")


def _rows(raw: Path, store: VerbatimStore, limits: PoolLimits = LIMITS) -> dict[str, InventoryRow]:
    return {row.source_file: row for row in extract_all(scan(raw), store, limits)}


def test_a_plan_is_read_and_bad_files_are_quarantined_with_a_reason(raw: Path, store: VerbatimStore) -> None:
    (raw / "plan.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    (raw / "menu.txt").write_text("Thực đơn hôm nay: cơm, canh, cá kho.", encoding="utf-8")
    (raw / "empty.pdf").write_bytes(b"")
    (raw / "broken.pdf").write_bytes(b"%PDF-1.7 cut short")
    (raw / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a plan")
    rows = _rows(raw, store)
    assert {name: row.status for name, row in rows.items()} == {
        "plan.md": "read",
        "menu.txt": "quarantined",
        "empty.pdf": "quarantined",
        "broken.pdf": "quarantined",
        "photo.jpg": "quarantined",
    }
    assert all(row.reason_code and row.reason for row in rows.values() if row.status == "quarantined")
    assert list(rows["plan.md"].as_dict()) == list(INVENTORY_SCHEMA)
    sha = rows["plan.md"].source_sha256
    assert read_rows(store.folder / "task_row" / f"{sha}.parquet")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("tai-ve.doc", b"<html><body><h1>404</h1><p>Not found</p></body></html>", "trang báo lỗi lưu nhầm khi tải về"),
        ("thuc-don.pdf", "Thực đơn: cơm, canh.".encode(), "nội dung là văn bản thuần"),
        ("ke-hoach.docm", b"PK", "lưu lại thành .docx (loại không có macro)"),
        ("thu.eml", b"Subject: x", "lưu các tệp đính kèm"),
    ],
)
def test_what_came_instead_of_a_plan_is_told_with_what_to_do(
    raw: Path, store: VerbatimStore, name: str, content: bytes, told: str
) -> None:
    (raw / name).write_bytes(content)
    assert told in (_rows(raw, store)[name].reason or "")


def test_nothing_is_read_twice(raw: Path, store: VerbatimStore) -> None:
    (raw / "plan.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    (raw / "empty.pdf").write_bytes(b"")
    first = _rows(raw, store)
    no_time_to_read = PoolLimits(workers=1, timeout_seconds=0.001, memory_bytes=4 << 30)
    assert _rows(raw, store, no_time_to_read) == first


def test_copies_share_one_reading(raw: Path, store: VerbatimStore) -> None:
    for name in ("a.md", "b.md"):
        (raw / name).write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    seen: list[tuple[int, int]] = []
    rows = extract_all(scan(raw), store, LIMITS, lambda done, total: seen.append((done, total)))
    assert [row.status for row in rows] == ["read", "read"]
    assert seen == [(0, 1), (1, 1)]


def test_a_file_that_takes_too_long_is_tried_again_next_time(raw: Path, store: VerbatimStore) -> None:
    (raw / "plan.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    hasty = PoolLimits(workers=1, timeout_seconds=0.001, memory_bytes=4 << 30)
    row = _rows(raw, store, hasty)["plan.md"]
    assert (row.status, row.reason_code) == ("quarantined", "timeout")
    assert _rows(raw, store)["plan.md"].status == "read"


def test_a_process_without_memory_harms_only_its_file(raw: Path, store: VerbatimStore) -> None:
    (raw / "plan.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    starved = PoolLimits(workers=1, timeout_seconds=60, memory_bytes=32 << 20)
    row = _rows(raw, store, starved)["plan.md"]
    assert row.status == "quarantined"
    assert row.reason_code in {"crashed", "reader_error"}
    assert _rows(raw, store)["plan.md"].status == "read"


def test_the_reader_version_is_stable() -> None:
    assert reader_version() == reader_version()
    assert len(reader_version()) == 12


def test_heavy_pdf_files_get_more_time_for_they_may_be_scans() -> None:
    assert _patience(".docx", 20 * MEBIBYTE) == 1.0
    assert _patience(".pdf", 10 * MEBIBYTE) == 3.0
    assert _patience(".pdf", 500 * MEBIBYTE) == 6.0
