"""Blocks seen as printed lines: layout tables (letterhead, signatures) and paragraphs alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.reading.document import Block, Paragraph, Place, Table
from pipelines.text.normalise import clean


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its place and how surely it was read."""

    text: str
    place: Place
    confidence: float = 1.0


def block_lines(block: Block) -> Iterator[Line]:
    """The non-empty lines of a block; a table's cells row by row, each with its paragraphs."""
    if isinstance(block, Paragraph):
        if block.lines:
            yield from (
                Line(clean(line.text), line.place, block.confidence) for line in block.lines if clean(line.text)
            )
        elif block.text:
            yield Line(block.text, block.place, block.confidence)
        return
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        for text in cell.paragraphs or (cell.text,):
            if text:
                yield Line(text, cell.place, cell.confidence)


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    return [line for block in blocks for line in block_lines(block)]


def passages(blocks: Iterable[Block]) -> Iterator[Line]:
    """Running text: a paragraph or a cell is one passage, its wrapped lines joined."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Line(block.text, block.place, block.confidence)
        else:
            yield from (Line(cell.text, cell.place, cell.confidence) for cell in block.cells if cell.text)


def text_of(block: Block) -> str:
    """The whole text of a block, lines joined with one space."""
    return block.text if isinstance(block, Paragraph) else " ".join(line.text for line in block_lines(block))


def is_layout_table(block: Block) -> bool:
    """A table that only sets two columns side by side: few cells, no header row."""
    return isinstance(block, Table) and block.row_count <= 6 and block.column_count <= 3 and block.header_row_count == 0
