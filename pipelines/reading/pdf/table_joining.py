"""Parts of a table on following pages to one table: repeated headers dropped, cut rows and merged cells made whole."""

from __future__ import annotations

from difflib import SequenceMatcher

from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.page_break import RowBreak, weigh_break
from pipelines.reading.pdf.table_parts import PartCell, TablePart
from pipelines.text.normalise import fold, match_key

# Points.
_SAME_BORDER = 5.0
_MOST_HEADER_ROWS = 5
# Part of their letters that two readings of one printed header have in common.
_ALIKE = 0.8


def join_parts(table: TablePart, part: TablePart) -> bool:
    """Append the part on the next page to the table; False, and nothing done, where it is another table."""
    offset = _offset(table, part)
    if offset is not None:
        xs = _all_borders(table.xs, [x + offset for x in part.xs])
        _realign(table, table.xs, xs)
        _realign(part, [x + offset for x in part.xs], xs)
    header_rows = _repeated_header(table, part)
    if offset is None and (header_rows == 0 or table.column_count != part.column_count):
        return False
    table.header_rows = max(table.header_rows, header_rows)
    _drop_rows(part, header_rows)
    if part.row_count:
        _append(table, part, weigh_break(table, part))
    table.last_page, table.room_below = part.last_page, part.room_below
    table.repaired |= part.repaired
    return True


def _offset(table: TablePart, part: TablePart) -> float | None:
    """Shift in points that lays the part's borders on the table's; None where they do not fit."""
    for offset in (0.0, table.xs[0] - part.xs[0]):
        xs = [x + offset for x in part.xs]
        if abs(xs[0] - table.xs[0]) > _SAME_BORDER or abs(xs[-1] - table.xs[-1]) > _SAME_BORDER:
            continue
        few, many = sorted((xs, table.xs), key=len)
        if all(any(abs(x - other) <= _SAME_BORDER for other in many) for x in few):
            return offset
    return None


def _all_borders(xs: list[float], others: list[float]) -> list[float]:
    new = [x for x in others if all(abs(x - other) > _SAME_BORDER for other in xs)]
    return sorted([*xs, *new])


def _realign(part: TablePart, xs: list[float], to: list[float]) -> None:
    if len(xs) == len(to):
        part.xs = to
        return
    index = [min(range(len(to)), key=lambda i, x=x: abs(to[i] - x)) for x in xs]  # type: ignore[misc]
    for cell in part.cells:
        end = index[cell.column + cell.column_span]
        cell.column = index[cell.column]
        cell.column_span = end - cell.column
    part.xs = to


def _repeated_header(table: TablePart, part: TablePart) -> int:
    """How many leading rows of the part repeat the table's own leading rows."""
    most = min(_MOST_HEADER_ROWS, table.row_count, part.row_count)
    if table.header_rows:
        most = min(most, table.header_rows)
    count = 0
    while count < most and _repeats(table, part, count):
        _take_overflow(table, part, count)
        count += 1
    while count and any(cell.row < count <= cell.last_row for cell in part.cells):
        count -= 1
    return count


def _repeats(table: TablePart, part: TablePart, row: int) -> bool:
    header, repeated = _starting(table, row), _starting(part, row)
    if _spans(header) != _spans(repeated) or all(cell.is_blank for cell in header):
        return False
    pairs = list(zip(header, repeated, strict=True))
    return _read_alike(header, repeated) or all(
        _key(a.lines) == _key(b.lines) or _overflow(a, b, part) is not None for a, b in pairs
    )


def _spans(row: list[PartCell]) -> list[tuple[int, int, int]]:
    return [(cell.column, cell.column_span, cell.row_span) for cell in row]


def _read_alike(header: list[PartCell], repeated: list[PartCell]) -> bool:
    """Recognition may take a letter of one of them for another, or lose a line that runs over its border."""
    if not all(cell.is_recognised or cell.is_blank for cell in (*header, *repeated)):
        return False
    one, other = (fold(_key([line for cell in row for line in cell.lines])) for row in (header, repeated))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _overflow(header: PartCell, repeated: PartCell, part: TablePart) -> list[Line] | None:
    """Lines of a repeated header cell that run over its lower border into the cell below; None if that is not so.

    LibreOffice gives a repeated header the height of its shortest rows, and may leave out what finds no room: then
    there are none.
    """
    whole, printed = _key(header.lines), _key(repeated.lines)
    below = [c for c in part.cells if c.row == repeated.last_row + 1 and c.column == repeated.column]
    if not repeated.lines or not whole.startswith(printed) or not below:
        return None
    count = 0
    while count < len(below[0].lines) and whole.startswith(_key([*repeated.lines, *below[0].lines[: count + 1]])):
        count += 1
    lines = below[0].lines[:count]
    last = [*repeated.lines, *lines][-1]
    finds_no_room = last.bottom > repeated.pieces[0].box.bottom - last.size
    return lines if _key([*repeated.lines, *lines]) == whole or finds_no_room else None


def _starting(part: TablePart, row: int) -> list[PartCell]:
    return [cell for cell in part.row(row) if cell.row == row]


def _key(lines: list[Line]) -> str:
    return match_key(" ".join(line.text for line in lines))


def _take_overflow(table: TablePart, part: TablePart, row: int) -> None:
    """Take the overflowing lines of a row of the repeated header out of the cells they run into."""
    for header, repeated in zip(_starting(table, row), _starting(part, row), strict=True):
        lines = _overflow(header, repeated, part) if _key(header.lines) != _key(repeated.lines) else None
        for cell in part.cells:
            if lines and cell.row == repeated.last_row + 1 and cell.column == repeated.column:
                cell.pieces[0].lines = cell.pieces[0].lines[len(lines) :]


def _drop_rows(part: TablePart, count: int) -> None:
    part.cells = [cell for cell in part.cells if cell.row >= count]
    for cell in part.cells:
        cell.row -= count
    part.row_count -= count


def _append(table: TablePart, part: TablePart, found: RowBreak) -> None:
    last = table.row_count - 1
    first = last if found.is_cut else last + 1
    joined: set[int] = set()
    for above, below in found.continued:
        above.pieces += below.pieces
        above.row_span += below.row_span - (1 if found.is_cut else 0)
        joined.add(id(below))
    for cell in part.cells:
        if id(cell) not in joined:
            cell.row += first
            table.cells.append(cell)
    if not found.is_cut:
        table.breaks.append(first)
    if found.is_cut and found.is_uncertain:
        table.uncertain_rows.append(last)
    table.row_count = first + part.row_count
