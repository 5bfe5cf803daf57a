"""CSV files that analysts keep: read strictly, every fault told with file and line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_DELIMITERS = ",;\t"


class BrokenFileError(Exception):
    """An analyst's file is wrong. The message is Vietnamese and names the file and the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its cells by column name, stripped, empty where blank."""

    file: Path
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fault(self, what: str) -> BrokenFileError:
        """The error to raise for this line."""
        return fault(self.file, self.number, what)


def fault(file: Path, line: int, what: str) -> BrokenFileError:
    return BrokenFileError(f"{file.parent.name}/{file.name}, dòng {line}: {what}")


def read_lines(file: Path, columns: Sequence[str]) -> list[Line]:
    """The rows of `file`, whose heading must be `columns`; lines that begin with '#' and blank ones are skipped.

    A file that is absent has no rows. Fields are parted by commas, semicolons or tabs, as Excel chooses.
    Raises BrokenFileError for text that is not UTF-8, another heading or a row with another number of cells.
    """
    if not file.exists():
        return []
    lines: list[Line] = []
    heading_seen = False
    for number, row in _rows(file):
        if not heading_seen:
            if row != list(columns):
                raise fault(file, number, f"dòng tiêu đề phải là: {','.join(columns)}")
            heading_seen = True
            continue
        extra = row[len(columns) :]
        if len(row) < len(columns) or any(extra):
            raise fault(file, number, f"có {len(row)} ô, phải có {len(columns)} ô ({', '.join(columns)})")
        lines.append(Line(file, number, dict(zip(columns, row, strict=False))))
    return lines


def _rows(file: Path) -> list[tuple[int, list[str]]]:
    """Line number and cells of each row that is no comment and not blank."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise fault(file, line, "không phải chữ mã UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8”.") from error
    content = text.splitlines(keepends=True)
    heading = next((line for line in content if line.strip() and not line.lstrip('"').startswith("#")), "")
    reader = csv.reader(content, delimiter=max(_DELIMITERS, key=heading.count), strict=True)
    rows = []
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            if any(row) and not row[0].startswith("#"):
                rows.append((reader.line_num, row))
    except csv.Error as error:
        raise fault(file, reader.line_num, f"không đúng dạng CSV ({error}). Kiểm tra dấu ngoặc kép.") from error
    return rows
