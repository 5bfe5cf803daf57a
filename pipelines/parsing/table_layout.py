"""The layout of a table: which rows are its header, what its columns mean, and its data rows one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.parsing.column_words import scores
from pipelines.parsing.columns import Column, Meaning, is_label, is_target_table, is_task_table, resolve
from pipelines.parsing.contents import guess_columns, name_unlabelled
from pipelines.parsing.schedule import Period, is_mark, period
from pipelines.reading.document import Box, Cell, Place, Table
from pipelines.text.normalise import match_key

_MAX_ROWS_ABOVE_HEADER = 4
_MAX_HEADER_ROWS = 3
_MIN_SCHEDULE_COLUMNS = 2
_COLUMN_NUMBER = re.compile(r"[\(\[]?(?:\d{1,2}|[A-E])[\)\]]?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: `cells` by column, each standing in every row and column it spans."""

    index: int
    cells: tuple[Cell, ...]

    def text(self, column: int | None) -> str | None:
        """The cell's text, None when the column is absent or the cell blank."""
        return (self.cells[column].text or None) if column is not None else None

    def starts_here(self, column: int) -> bool:
        """False for a cell merged down from a row above."""
        return self.cells[column].row == self.index

    def own(self) -> list[Cell]:
        """The non-blank cells that start in this row, each once, left to right."""
        found: list[Cell] = []
        for cell in self.cells:
            if cell.row == self.index and cell.text and cell not in found:
                found.append(cell)
        return found

    def confidence(self) -> float:
        """That of its least certain cell."""
        return min((cell.confidence for cell in self.own()), default=1.0)

    def place(self, column: int | None) -> Place:
        """Where the row is printed: the page of its cell in `column`, and the union of its cells on that page."""
        cells = [cell for cell in self.own() if cell.row_span == 1] or self.own() or list(self.cells)
        anchor = self.cells[column].place if column is not None and self.starts_here(column) else cells[0].place
        boxes = [p.box for cell in cells for p in cell.places if p.page == anchor.page and p.box is not None]
        box: Box | None = anchor.box
        for other in boxes:
            box = other if box is None else box.union(other)
        return Place(anchor.page, box, anchor.line)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table understood: its columns, its printed header labels and where its data start.

    `periods`: for each column of a schedule the month, quarter or year it stands for.
    """

    table: Table
    columns: tuple[Column, ...]
    header: tuple[str, ...]
    header_rows: tuple[tuple[str, ...], ...]
    first_data_row: int
    periods: tuple[Period | None, ...] = ()

    @property
    def is_task_table(self) -> bool:
        return is_task_table(self.columns)

    @property
    def is_target_table(self) -> bool:
        return is_target_table(self.columns)

    def column(self, meaning: Meaning) -> int | None:
        """Index of the column with a meaning."""
        return next((c.index for c in self.columns if c.meaning is meaning), None)

    def indices(self, meaning: Meaning) -> tuple[int, ...]:
        return tuple(c.index for c in self.columns if c.meaning is meaning)

    def rows(self) -> Iterator[Row]:
        """Data rows; blank rows and header rows printed again are left out."""
        repeated = {_row_key(row) for row in self.header_rows}
        for index, line in enumerate(self.table.grid()):
            if index < self.first_data_row:
                continue
            row = Row(index, tuple(line))
            texts = tuple(cell.text for cell in line)
            is_header = _row_key(texts) in repeated or self._is_retyped_header(row) or is_numbering_row(texts)
            if any(texts) and not is_header:
                yield row

    def _is_retyped_header(self, row: Row) -> bool:
        """A header in other words: a label of its column's meaning in every cell, 'STT' in that of the number."""
        number = self.column(Meaning.NUMBER)
        if number is None or not row.text(number):
            return False
        meanings = [(row.cells[column.index].text, column.meaning) for column in self.columns]
        filled = [(text, meaning) for text, meaning in meanings if text and meaning is not Meaning.OTHER]
        return len({text for text, _ in filled}) > 2 and all(meaning in scores(text) for text, meaning in filled)


def read_layout(table: Table, *, previous: Layout | None = None, first_year: int | None = None) -> Layout | None:
    """The layout of a task or target table, None for any other table.

    `previous` is the table before it in the same annex, which a table without a header may continue.
    """
    grid = [tuple(cell.text for cell in line) for line in table.grid()]
    span = _header_span(table, grid)
    if span is not None:
        start, end = span
        levels = _label_levels(grid[start:end], table.column_count)
        first_data = end + 1 if end < len(grid) and is_numbering_row(grid[end]) else end
        periods = _schedule(levels, grid[first_data:])
        columns = _without_schedule(levels, periods, first_year)
        if is_task_table(columns):
            columns = name_unlabelled(columns, grid[first_data:])
        header = _printed_header(table, start, end)
        layout = Layout(table, columns, header, tuple(grid[start:first_data]), first_data, periods)
        return layout if layout.is_task_table or layout.is_target_table else None
    if previous is not None and len(previous.columns) == table.column_count:
        return replace(previous, table=table, first_data_row=0)
    guessed = guess_columns(table)
    if guessed is not None and is_task_table(guessed):
        return Layout(table, guessed, (), (), 0)
    return None


def _schedule(levels: list[tuple[str, ...]], data: list[tuple[str, ...]]) -> tuple[Period | None, ...]:
    """The period of each column that only marks when a row is due; empty for a table that has no schedule."""
    periods = [period(labels) for labels in levels]
    for index, named in enumerate(periods):
        filled = [row[index] for row in data if row[index] and len(set(row)) > 2]
        if named is not None and not all(map(is_mark, filled)):
            periods[index] = None
    is_used = any(is_mark(row[index]) for row in data for index, named in enumerate(periods) if named)
    return tuple(periods) if is_used and sum(map(bool, periods)) >= _MIN_SCHEDULE_COLUMNS else ()


def _without_schedule(
    levels: list[tuple[str, ...]], periods: Sequence[Period | None], first_year: int | None
) -> tuple[Column, ...]:
    """The columns by their labels; those of a schedule have no say in what the others mean."""
    if not periods:
        return resolve(levels, first_year=first_year)
    others = [index for index, named in enumerate(periods) if named is None]
    resolved = resolve([levels[index] for index in others], first_year=first_year)
    columns = [Column(i, " ".join(labels), Meaning.SCHEDULE) for i, labels in enumerate(levels)]
    for index, column in zip(others, resolved, strict=True):
        columns[index] = replace(column, index=index)
    return tuple(columns)


def is_numbering_row(texts: Sequence[str]) -> bool:
    """The row '1 2 3 4 5 6' (or 'A B 1 2', '(1) (2) (3)') under a header."""
    filled = [text for text in texts if text]
    others = [text for text in filled if not _COLUMN_NUMBER.fullmatch(text)]
    if len(filled) < 3 or len(filled) < len(texts) - 1 or not _are_overprinted(others, filled):
        return False
    numbers = [int(found.group()) for text in filled if (found := re.search(r"\d+", text))]
    steps = [b - a for a, b in pairwise(numbers)]
    return all(step in (0, 1) for step in steps) and sum(steps) >= max(len(steps) - 2, 1)


def _are_overprinted(others: Sequence[str], filled: Sequence[str]) -> bool:
    """At most one cell in five, its number printed over the last word of a label above that found no room."""
    return 5 * len(others) <= len(filled) and all(re.search(r"\D\(\d{1,2}\)$", text) for text in others)


def _row_key(texts: Sequence[str]) -> str:
    return match_key("|".join(texts))


def _header_span(table: Table, grid: list[tuple[str, ...]]) -> tuple[int, int] | None:
    """First and past-the-last header row. Rows above it (a title inside the table) are skipped."""
    start = next((i for i in range(min(_MAX_ROWS_ABOVE_HEADER, len(grid))) if _reads_like_header(grid[i])), None)
    if start is None:
        return None
    cells = table.grid()
    end = start + 1
    while end < min(start + _MAX_HEADER_ROWS, len(grid)):
        above = {cell for cell in cells[end - 1] if cell.column_span > 1 and cell.row == end - 1 and cell.row_span == 1}
        under_group = any(
            grid[end][cell.column + offset] and cells[end][cell.column + offset].row == end
            for cell in above
            for offset in range(cell.column_span)
        )
        spanned = any(cell.row < end for cell in cells[end])
        marked = end < table.header_row_count and not is_numbering_row(grid[end])
        short = all(len(text) <= 90 for text in grid[end])
        if (
            short
            and not _starts_with_ordinal(grid[end])
            and not _is_numbered(grid[start], grid[end])
            and (
                (under_group and spanned)
                or marked
                or (_leaves_a_level(cells[end - 1]) and _reads_like_header(grid[end]))
            )
        ):
            end += 1
        else:
            break
    return start, end


def _leaves_a_level(row: Sequence[Cell]) -> bool:
    """Whether a header row has room for a level below it: a label over several columns, or none over one."""
    return any(cell.column_span > 1 or not cell.text for cell in row)


def _starts_with_ordinal(texts: Sequence[str]) -> bool:
    first = next((text for text in texts if text), "")
    return bool(re.fullmatch(r"[\(]?(?:\d{1,3}(?:\.\d+)*|[IVX]+|[A-Z])[.)]?", first))


def _is_numbered(header: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a row holds an ordinal under the header's number column, wherever that stands."""
    numbers = [index for index, label in enumerate(header) if Meaning.NUMBER in scores(label)]
    return any(_starts_with_ordinal([texts[index]]) for index in numbers if texts[index] != header[index])


def _reads_like_header(texts: Sequence[str]) -> bool:
    filled = list(dict.fromkeys(text for text in texts if text))
    if len(filled) < 2 or _starts_with_ordinal(texts) or any(len(text) > 120 for text in filled):
        return False
    labels = sum(is_label(text) or period([text]) is not None for text in filled)
    return labels >= 2 and labels >= 0.6 * len(filled)


def _label_levels(rows: list[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    """The labels of each column, upper first, a merged cell's once; one blank label where none is printed."""
    return [tuple(dict.fromkeys(row[column] for row in rows if row[column])) or ("",) for column in range(width)]


def _printed_header(table: Table, start: int, end: int) -> tuple[str, ...]:
    """The lowest printed label of each column, left to right."""
    grid = table.grid()
    labels = []
    for column in range(table.column_count):
        texts = [grid[row][column].text for row in range(start, end) if grid[row][column].text]
        labels.append(texts[-1] if texts else "")
    return tuple(labels)
