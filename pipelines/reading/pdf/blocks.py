"""Layout objects to the paragraphs and tables of the document model."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.reading.document import Box, Cell, Paragraph, Place, Table, TextLine
from pipelines.reading.pdf.broken_words import prints_line_end_spaces
from pipelines.reading.pdf.cell_text import cell_paragraphs
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.paragraphs import Group, is_centered
from pipelines.reading.pdf.runs import confidence
from pipelines.reading.pdf.table_parts import PartCell, TablePart
from pipelines.text.wrapping import join_wrapped


def as_paragraph(
    group: Group, shown: Callable[[Box], Box], is_furniture: bool = False, is_footnote: bool = False
) -> Paragraph:
    first = group.lines[0]
    box = first.box
    for line in group.lines[1:]:
        if line.page == first.page:
            box = box.union(line.box)
    return Paragraph(
        text=join_wrapped(line.text for line in group.lines),
        place=Place(page=first.page, box=shown(box)),
        lines=tuple(TextLine(line.text, Place(page=line.page, box=shown(line.box))) for line in group.lines),
        bold=all(line.bold for line in group.lines),
        italic=all(line.italic for line in group.lines),
        centered=all(is_centered(line, group.column) for line in group.lines),
        indent=round(max(0.0, first.x0 - group.column.x0), 1),
        is_footnote=is_footnote,
        is_furniture=is_furniture,
        confidence=confidence([word for line in group.lines for word in line.words]),
    )


def as_table(part: TablePart) -> Table:
    cells = sorted(part.cells, key=lambda cell: (cell.row, cell.column))
    prints_spaces = any(prints_line_end_spaces(piece.lines) for cell in cells for piece in cell.pieces)
    return Table(
        cells=tuple(_as_cell(cell, prints_spaces) for cell in cells),
        row_count=part.row_count,
        column_count=part.column_count,
        header_row_count=part.header_rows,
    )


def _as_cell(cell: PartCell, prints_spaces: bool) -> Cell:
    paragraphs = tuple(cell_paragraphs(cell, prints_spaces))
    lines: list[Line] = cell.lines
    words = [word for line in lines for word in line.words]
    return Cell(
        text=" ".join(paragraphs),
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        places=tuple(Place(page=piece.page, box=piece.shown) for piece in cell.pieces),
        paragraphs=paragraphs,
        bold=all(line.bold for line in lines) if lines else None,
        confidence=confidence(words),
    )
