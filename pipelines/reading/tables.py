"""Rules about tables that hold for every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.reading.document import Block, Cell, Table
from pipelines.text.normalise import match_key


def join_repeated_tables(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with tables that follow one another joined where the second opens with the header of the first.

    Annexes are pasted together from pieces, each with the header row; to a reader they are one table.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Table) and isinstance(before, Table):
            repeated = repeated_header_rows(before, block)
            if repeated:
                joined[-1] = append_table(before, block, repeated)
                continue
        joined.append(block)
    return joined


def repeated_header_rows(first: Table, second: Table) -> int:
    """How many rows at the top of `second` repeat the header of `first`; 0 when they are different tables.

    Without a marked header the first row counts as one, if it has words in two columns or more.
    """
    if first.column_count != second.column_count or first.column_count < 2:
        return 0
    first_rows, second_rows = row_keys(first), row_keys(second)
    header = first.header_row_count or _unmarked_header_rows(first)
    if not 0 < header <= len(second_rows) or sum(1 for key in set(first_rows[0]) if key) < 2:
        return 0
    return header if first_rows[:header] == second_rows[:header] else 0


def append_table(first: Table, second: Table, skipped_rows: int = 0) -> Table:
    """`second` under `first`, without its first `skipped_rows` rows. Both have the same number of columns."""
    offset = first.row_count - skipped_rows
    moved = [replace(cell, row=cell.row + offset) for cell in second.cells if cell.row >= skipped_rows]
    return replace(
        first,
        cells=(*first.cells, *moved),
        row_count=first.row_count + second.row_count - skipped_rows,
        header_row_count=max(first.header_row_count, skipped_rows),
    )


def row_keys(table: Table) -> list[tuple[str, ...]]:
    """Comparable text of every grid row; a merged cell counts at its first position only."""
    keys = [[""] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        keys[cell.row][cell.column] = match_key(cell.text)
    return [tuple(row) for row in keys]


def table_of_rows(rows: Sequence[Sequence[Cell]], column_count: int, header_row_count: int = 0) -> Table:
    """A table from rows of cells that already know their grid position."""
    return Table(tuple(cell for row in rows for cell in row), len(rows), column_count, header_row_count)


def _unmarked_header_rows(table: Table) -> int:
    """Rows that the cells of the first row reach down to."""
    return max((cell.row_span for cell in table.cells if cell.row == 0), default=0)
