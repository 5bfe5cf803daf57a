"""Verbatim records survive the way through Parquet, and a file is whole or not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import duckdb
import pytest

from pipelines.parsing.records import RECORD_TYPES, Note, Record, TaskRow
from pipelines.verbatim import record_schema, write_empty_tables, write_records

ROW = TaskRow(
    source_sha256="ab",
    sequence=1,
    x0=1.25,
    source_kind="annex",
    task_text='Rà soát "một cửa" \\ và \n báo cáo',
    heading_path=["I", "Đ"],
    has_joint_roles=True,
)


def test_records_come_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ab.parquet"
    write_records(path, TaskRow, [ROW])
    found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)])
    names = [column[0] for column in found.description or ()]
    row = dict(zip(names, found.fetchone() or (), strict=True))
    assert names == list(record_schema(TaskRow))
    assert (row["task_text"], row["heading_path"], row["x0"]) == (ROW.task_text, ["I", "Đ"], 1.25)
    assert row["has_joint_roles"] is True
    assert row["budget_text"] is None


def test_empty_tables_have_every_column(tmp_path: Path) -> None:
    write_empty_tables(tmp_path)
    for record_type in RECORD_TYPES:
        found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / record_type.table_name / "*.parquet")])
        assert [column[0] for column in found.description or ()] == list(record_schema(record_type))
        assert found.fetchall() == []


def test_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "ab.parquet"
    write_records(path, TaskRow, [ROW])
    before = path.read_bytes()
    with pytest.raises(TypeError, match="Note among TaskRow"):
        write_records(path, TaskRow, [ROW, Note(source_sha256="ab", sequence=1, kind="x", message="y")])
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["ab.parquet"]


def test_field_without_a_column_type_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Record):
        table_name: ClassVar[str] = "odd"
        places: dict[str, int]

    with pytest.raises(TypeError, match=r"Odd\.places"):
        record_schema(Odd)
