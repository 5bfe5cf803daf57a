"""Draws what was found on a page: `python -m pipelines.reading.pdf.debug FILE PAGE OUT.png`.

Cells are outlined in red, paragraphs in blue, footnotes and furniture in grey.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pdfplumber

from pipelines.reading.document import Box, Document, Paragraph, Table
from pipelines.reading.pdf.reader import read_pdf

_CELL, _PARAGRAPH, _ASIDE = "red", "blue", "grey"
_RESOLUTION = 110


def found_boxes(document: Document, page: int) -> list[tuple[Box, str]]:
    """Boxes on a page (1-based) in displayed points, each with the colour of its kind."""
    boxes: list[tuple[Box, str]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            colour = _ASIDE if block.is_furniture or block.is_footnote else _PARAGRAPH
            lines = [line.place for line in block.lines if line.place.page == page]
            boxes += [(place.box, colour) for place in lines if place.box]
        elif isinstance(block, Table):
            places = [place for cell in block.cells for place in cell.places if place.page == page]
            boxes += [(place.box, _CELL) for place in places if place.box]
    return boxes


def draw_page(data: bytes, page: int, target: Path) -> int:
    """Write a PNG of the page with what was found on it; the number of boxes drawn."""
    boxes = found_boxes(read_pdf(data), page)
    with pdfplumber.open(io.BytesIO(data)) as document:
        picture = document.pages[page - 1].to_image(resolution=_RESOLUTION)
        for box, colour in boxes:
            picture.draw_rect((box.x0, box.top, box.x1, box.bottom), fill=(0, 0, 0, 0), stroke=colour, stroke_width=2)
        picture.save(target, format="PNG")
    return len(boxes)


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the cells and lines found on a page of a PDF")
    parser.add_argument("file", type=Path)
    parser.add_argument("page", type=int, help="1-based")
    parser.add_argument("target", type=Path, help="PNG to write")
    arguments = parser.parse_args()
    draw_page(arguments.file.read_bytes(), arguments.page, arguments.target)


if __name__ == "__main__":
    main()
