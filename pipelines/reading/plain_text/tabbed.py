"""Tables saved as text, one row a line with tabs between the cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from pipelines.reading.document import Cell, Table
from pipelines.reading.plain_text.lines import Line
from pipelines.reading.plain_text.paragraphs import is_all_caps, starts_lower
from pipelines.reading.tables import table_of_rows
from pipelines.text.markers import Level, split_marker

_MIN_COLUMNS = 3
_MIN_ROWS = 2
_CAPTION = re.compile(
    r"(?:phụ lục|biểu|mẫu|danh mục|bảng|nơi nhận|trên đây|\(\s*(?:kèm|ban hành|đính kèm))\b", re.IGNORECASE
)
_MAX_UNTABBED_RUN = 2  # group rows or further lines of a cell between two tabbed rows


@dataclass(slots=True)
class _Row:
    lines: list[Line]
    fields: list[str] = field(default_factory=list)


def tabbed_runs(lines: list[Line]) -> list[tuple[int, int]]:
    """Index ranges [start, end) of lines that form one table each."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    last = 0
    for index, line in enumerate(lines):
        if line.text.count("\t") >= 1 and not line.is_furniture:
            if start is None:
                start = index
            last = index
        elif start is not None and index - last > _MAX_UNTABBED_RUN:
            runs.append((start, last + 1))
            start = None
    if start is not None:
        runs.append((start, last + 1))
    return [run for piece in runs for run in _split_at_captions(lines, *piece) if _is_table(lines[run[0] : run[1]])]


def _split_at_captions(lines: list[Line], start: int, end: int) -> list[tuple[int, int]]:
    """A caption between two tables ('Phụ lục II') parts them; a group row or a further line of a cell does not."""
    pieces: list[tuple[int, int]] = []
    piece_start = start
    for index in range(start, end):
        text = lines[index].text
        if "\t" not in text and (_CAPTION.match(text) or (lines[index].blank_before and not _may_be_group(text))):
            pieces.append((piece_start, index))
            piece_start = next((i for i in range(index, end) if "\t" in lines[i].text), end)
    pieces.append((piece_start, end))
    return [(first, last) for first, last in pieces if first < last]


def _is_table(lines: list[Line]) -> bool:
    counts = [line.text.count("\t") + 1 for line in lines if "\t" in line.text]
    return len(counts) >= _MIN_ROWS and _column_count(lines) >= _MIN_COLUMNS


def _column_count(lines: list[Line]) -> int:
    counts = Counter(line.text.count("\t") + 1 for line in lines if "\t" in line.text)
    return max(counts, key=lambda columns: (counts[columns], columns))


def read_tabbed(lines: list[Line]) -> Table:
    """The table of a run of lines. Rows shorter than the table get empty cells; a line without tabs is a group row."""
    column_count = max(line.text.count("\t") + 1 for line in lines) if len(lines) < 4 else _column_count(lines)
    rows: list[_Row] = []
    for line in lines:
        fields = line.text.split("\t")
        previous = rows[-1] if rows else None
        if previous is not None and _completes(previous, fields, column_count):
            previous.fields[-1] = f"{previous.fields[-1]}\n{fields[0]}"
            previous.fields += fields[1:]
            previous.lines.append(line)
        else:
            rows.append(_Row([line], fields))
    return table_of_rows([_cells(row, index, column_count) for index, row in enumerate(rows)], column_count)


def _completes(previous: _Row, fields: list[str], column_count: int) -> bool:
    """Whether `fields` go on with a row whose cell had a line break in it."""
    if len(fields) == 1:
        return len(previous.fields) > 1 and not _may_be_group(fields[0])
    if not 1 < len(previous.fields) < column_count or len(fields) == column_count:
        return False
    return len(previous.fields) + len(fields) - 1 <= column_count


def _may_be_group(text: str) -> bool:
    marker, _ = split_marker(text)
    if marker is not None:
        return marker.level not in (Level.DASH, Level.PLUS)
    return is_all_caps(text) or not starts_lower(text)


def _cells(row: _Row, index: int, column_count: int) -> list[Cell]:
    place = row.lines[0].place
    if len(row.fields) == 1:
        text = row.fields[0]
        return [Cell(text, index, 0, 1, column_count, (place,), (text,), bold=row.lines[0].bold)]
    fields = row.fields[:column_count] + [""] * (column_count - len(row.fields))
    # Cells beyond the columns would be lost: they go into the last one.
    fields[-1] = " ".join([fields[-1], *row.fields[column_count:]]).strip()
    cells = []
    for column, printed in enumerate(fields):
        paragraphs = tuple(part for part in printed.split("\n") if part)
        cells.append(Cell(" ".join(paragraphs), index, column, places=(place,), paragraphs=paragraphs))
    return cells
