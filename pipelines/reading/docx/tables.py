"""A Word table as a grid: spans from gridSpan and vMerge, header rows, nested tables as text of their cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from pipelines.reading.document import Cell, Place, Table
from pipelines.reading.docx.vocabulary import flat_children, local_name, number_of, switch, value_of, w


@dataclass(frozen=True, slots=True)
class CellContent:
    """`paragraphs` as printed; `line` is the ordinal of the first paragraph of the cell in the document."""

    paragraphs: tuple[str, ...]
    line: int
    bold: bool


_MAX_COLUMNS = 100  # Word allows 63
_SLIVER_TWIPS = 230  # 4 mm: narrower than any column that holds a digit

ReadCell = Callable[[etree._Element], CellContent]


@dataclass(slots=True)
class _OpenCell:
    content: CellContent
    row: int
    column: int
    column_span: int
    row_span: int = 1

    def close(self) -> Cell:
        return Cell(
            text=" ".join(self.content.paragraphs),
            row=self.row,
            column=self.column,
            row_span=self.row_span,
            column_span=self.column_span,
            places=(Place(line=self.content.line),),
            paragraphs=self.content.paragraphs,
            bold=self.content.bold,
        )


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Rows that are printed: without those a tracked change deleted."""
    for row in flat_children(table):
        if local_name(row) == "tr" and row.find(f"{w('trPr')}/{w('del')}") is None:
            yield row


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in flat_children(row) if local_name(cell) == "tc")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A `w:tc` and the columns of the Word grid it takes: `start` up to, not including, `end`."""

    element: etree._Element
    properties: etree._Element | None
    start: int
    end: int


def read_table(table: etree._Element, read_cell: ReadCell) -> Table:
    """The grid of a `w:tbl`. `read_cell` gives what a `w:tc` prints and is called in document order."""
    rows = list(rows_of(table))
    slots = [list(_slots(row)) for row in rows]
    columns = _columns_before(table, slots)
    cells: list[_OpenCell] = []
    open_above: dict[int, _OpenCell] = {}
    for row_index, row_slots in enumerate(slots):
        continued: dict[int, _OpenCell] = {}
        for slot in row_slots:
            column = columns[slot.start]
            span = max(columns[slot.end] - column, 1)
            above = open_above.get(column)
            if _continues_above(slot.properties) and above is not None and above.column_span == span:
                above.row_span += 1
                continued[column] = above
            else:
                cell = _OpenCell(read_cell(slot.element), row_index, column, span)
                cells.append(cell)
                continued[column] = cell
        open_above = continued
    column_count = max((cell.column + cell.column_span for cell in cells), default=0)
    return Table(tuple(cell.close() for cell in cells), len(rows), column_count, _header_rows(rows))


def _slots(row: etree._Element) -> Iterator[_Slot]:
    skipped = number_of(_child(row.find(w("trPr")), "gridBefore"), "val") or 0
    start = min(max(skipped, 0), _MAX_COLUMNS)
    for element in cells_of(row):
        properties = element.find(w("tcPr"))
        span = number_of(_child(properties, "gridSpan"), "val") or 1
        end = start + min(max(span, 1), _MAX_COLUMNS)
        yield _Slot(element, properties, start, end)
        start = end


def _columns_before(table: etree._Element, rows: list[list[_Slot]]) -> list[int]:
    """For each edge of the Word grid, how many columns a reader sees left of it.

    Borders dragged in some rows only leave slivers in the Word grid, and no row starts a cell at some of its columns:
    a reader sees neither.
    """
    slots = [slot for row in rows for slot in row]
    last = max((slot.end for slot in slots), default=0)
    starts = {slot.start for slot in slots}
    alone = {slot.start for slot in slots if slot.end == slot.start + 1 and not _continues_above(slot.properties)}
    widths = [number_of(column, "w") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    slivers = {index for index, width in enumerate(widths) if width is not None and 0 < width < _SLIVER_TWIPS}
    counts = [0]
    for column in range(last):
        counts.append(counts[-1] + (column in starts and (column not in slivers or column in alone)))
    return counts


def _header_rows(rows: list[etree._Element]) -> int:
    """The leading rows that Word repeats on each page; 0 when all rows are marked, which marks none."""
    marked = [bool(switch(row.find(w("trPr")), "tblHeader")) for row in rows]
    return marked.index(False) if False in marked else 0


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return parent.find(w(name)) if parent is not None else None


def _continues_above(properties: etree._Element | None) -> bool:
    return value_of(properties, "vMerge") in ("", "continue")
