"""Faults of libraries in words an analyst can act on."""

from __future__ import annotations

import pytest

from pipelines.fault_words import in_vietnamese


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            'IO Error: Could not set lock on file "/data/cchc.duckdb": Conflicting lock is held in /usr/bin/duckdb (PID 77)',
            "Chương trình khác (tiến trình 77) đang mở /data/cchc.duckdb để ghi.",
        ),
        (
            'IO Error: Could not set lock on file "/data/cchc.duckdb": held',
            "Chương trình khác đang mở /data/cchc.duckdb",
        ),
        ("dagster._core.errors.DagsterExecutionInterruptedError", "Đã dừng theo yêu cầu"),
        ("[Errno 28] No space left on device: '/data/x'", "Ổ đĩa chứa kho dữ liệu đã đầy"),
        ("(sqlite3.OperationalError) database or disk is full", "Ổ đĩa chứa kho dữ liệu đã đầy"),
        ('IO Error: Could not write file "x": disk quota', "Ổ đĩa chứa kho dữ liệu đã đầy"),
    ],
)
def test_known_faults(message: str, told: str) -> None:
    assert told in (in_vietnamese(message) or "")


def test_other_faults_keep_their_words() -> None:
    assert in_vietnamese('Catalog Error: Table with name "x" does not exist!') is None
