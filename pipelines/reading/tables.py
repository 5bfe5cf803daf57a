"""Rules about tables that hold for every format: header rows repeated by a page break, rows cut by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.reading.document import Block, Cell, Table
from pipelines.text.normalise import match_key
from pipelines.text.wrapping import join_wrapped

_ROW_NUMBER = re.compile(r"[\divx.]+")


def join_repeated_tables(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with tables that follow one another joined where the second opens with the header of the first.

    Annexes are pasted together from pieces, each with the header row; to a reader they are one table. Header rows
    repeated inside a table go too, and a row that such a header cut in two is made whole.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Table):
            block = fold_repeated_header(block)
            if isinstance(before, Table) and (repeated := repeated_header_rows(before, block)):
                joined[-1] = append_table(before, block, repeated)
                continue
        joined.append(block)
    return joined


def repeated_header_rows(first: Table, second: Table) -> int:
    """How many rows at the top of `second` repeat the header of `first`; 0 when they are different tables.

    Without a marked header, the rows that the cells of the first row reach down to count as one. A header has words
    in two columns or more.
    """
    if first.column_count != second.column_count or first.column_count < 2:
        return 0
    header = _header_rows(first)
    first_rows, second_rows = row_keys(first), row_keys(second)
    if not 0 < header <= len(second_rows) or not _is_header_like(first_rows[0]):
        return 0
    return header if first_rows[:header] == second_rows[:header] else 0


def fold_repeated_header(table: Table) -> Table:
    """The table without later copies of its header rows."""
    keys = row_keys(table)
    header = _header_rows(table)
    if not 0 < header < len(keys) or table.column_count < 2 or not _is_header_like(keys[0]):
        return table
    seams = [
        row
        for row in range(header, len(keys) - header + 1)
        if keys[row : row + header] == keys[:header] and not _is_spanned(table, row)
    ]
    if not seams:
        return table
    ends = [*seams[1:], table.row_count]
    folded = _rows_between(table, 0, seams[0])
    for start, end in zip(seams, ends, strict=True):
        folded = append_table(folded, _rows_between(table, start, end), header)
    return folded


def append_table(first: Table, second: Table, skipped_rows: int = 0) -> Table:
    """`second` under `first`, without its first `skipped_rows` rows. Both have the same number of columns.

    Where the first kept row goes on with the last row of `first`, the two become one row.
    """
    body = [cell for cell in second.cells if cell.row >= skipped_rows]
    last_row = [cell for cell in first.cells if cell.row + cell.row_span == first.row_count]
    top_row = [cell for cell in body if cell.row == skipped_rows]
    offset = first.row_count - skipped_rows
    kept = list(first.cells)
    if is_cut_row(last_row, top_row):
        halves = {cell.column: cell for cell in top_row}
        kept = [join_cell(cell, halves[cell.column]) if cell in last_row else cell for cell in kept]
        body = [cell for cell in body if cell.row > skipped_rows]
        offset -= 1
    return replace(
        first,
        cells=(*kept, *(replace(cell, row=cell.row + offset) for cell in body)),
        row_count=second.row_count + offset,
        header_row_count=max(first.header_row_count, skipped_rows),
    )


def is_cut_row(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the row `below` a page break goes on with the row `above` it.

    Such a row has no number of its own and the same cells; one of them goes on in the middle of a sentence, or the cell
    after the number, which says what the row is about, is empty.
    """
    if not above or [(c.column, c.column_span) for c in above] != [(c.column, c.column_span) for c in below]:
        return False
    if len(below) < 2 or any(cell.row_span > 1 for cell in below) or below[0].text or not above[0].text:
        return False
    if not any(cell.text for cell in below):
        return False
    return not below[1].text or any(cell.text[:1].islower() for cell in below)


def join_cell(upper: Cell, lower: Cell) -> Cell:
    """One cell from its halves on two pages."""
    if upper.paragraphs and lower.paragraphs and lower.paragraphs[0][:1].islower():
        seam = join_wrapped((upper.paragraphs[-1], lower.paragraphs[0]))
        paragraphs = (*upper.paragraphs[:-1], seam, *lower.paragraphs[1:])
    else:
        paragraphs = (*upper.paragraphs, *lower.paragraphs)
    places = (*upper.places, *(lower.places if lower.text else ()))
    return replace(upper, text=join_wrapped((upper.text, lower.text)), places=places, paragraphs=paragraphs)


def row_keys(table: Table) -> list[tuple[str, ...]]:
    """Comparable text of every grid row; a merged cell counts at its first position only."""
    keys = [[""] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        keys[cell.row][cell.column] = match_key(cell.text)
    return [tuple(row) for row in keys]


def table_of_rows(rows: Sequence[Sequence[Cell]], column_count: int, header_row_count: int = 0) -> Table:
    """A table from rows of cells that already know their grid position."""
    return Table(tuple(cell for row in rows for cell in row), len(rows), column_count, header_row_count)


def _header_rows(table: Table) -> int:
    if table.header_row_count:
        return table.header_row_count
    return max((cell.row_span for cell in table.cells if cell.row == 0), default=0)


def _is_header_like(keys: Sequence[str]) -> bool:
    """Words in two columns or more, and no row number in front of them."""
    return len({key for key in keys if key}) >= 2 and not _ROW_NUMBER.fullmatch(keys[0])


def _is_spanned(table: Table, row: int) -> bool:
    """Whether a cell reaches over the edge above a row."""
    return any(cell.row < row < cell.row + cell.row_span for cell in table.cells)


def _rows_between(table: Table, start: int, end: int) -> Table:
    cells = tuple(replace(cell, row=cell.row - start) for cell in table.cells if start <= cell.row < end)
    return replace(table, cells=cells, row_count=end - start)
