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


def read_table(table: etree._Element, read_cell: ReadCell) -> Table:
    """The grid of a `w:tbl`. `read_cell` gives what a `w:tc` prints and is called in document order."""
    cells: list[_OpenCell] = []
    open_above: dict[int, _OpenCell] = {}
    header_rows, still_header = 0, True
    row_count = 0
    for row_count, row in enumerate(rows_of(table), start=1):
        properties = row.find(w("trPr"))
        still_header = still_header and bool(switch(properties, "tblHeader"))
        header_rows += still_header
        column = _skipped(properties, "gridBefore")
        continued: dict[int, _OpenCell] = {}
        for element in cells_of(row):
            cell_properties = element.find(w("tcPr"))
            span = max(number_of(_child(cell_properties, "gridSpan"), "val") or 1, 1)
            above = open_above.get(column)
            if _continues_above(cell_properties) and above is not None and above.column_span == span:
                above.row_span += 1
                continued[column] = above
            else:
                cell = _OpenCell(read_cell(element), row_count - 1, column, span)
                cells.append(cell)
                continued[column] = cell
            column += span
        open_above = continued
    column_count = max((cell.column + cell.column_span for cell in cells), default=0)
    return Table(tuple(cell.close() for cell in cells), row_count, column_count, min(header_rows, row_count))


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return parent.find(w(name)) if parent is not None else None


def _skipped(properties: etree._Element | None, name: str) -> int:
    return number_of(_child(properties, name), "val") or 0


def _continues_above(properties: etree._Element | None) -> bool:
    return value_of(properties, "vMerge") in ("", "continue")
