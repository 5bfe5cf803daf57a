"""One scanned page as the same content a text page has: runs of recognised words and ruling lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipelines.reading.document import Box
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.geometry import Frame, View
from pipelines.reading.pdf.grid import Grid, find_grids
from pipelines.reading.scan.engine import Image, RecognisedWord, Recogniser, as_image, sureness
from pipelines.reading.scan.image import evenly_lit, firm, skew, turn
from pipelines.reading.scan.rulings import find_rulings
from pipelines.reading.scan.runs import RunBuilder
from pipelines.reading.scan.strokes import StrokeMeter

# Pixels: how far inside its rules a cell is cut out, and the white margin recognition needs around it.
_INSET, _MARGIN = 4, 40
# Pixels of ink, after single specks are gone, below which a cell is blank.
_BLANK_INK = 120
# Confidence of a cell from which on it is not read again, how much surer another attempt must be, and its size.
_SURE, _SURER, _SMALLER = 0.82, 0.05, 0.6


def read_image(grey: Image, scale: float, number: int, recogniser: Recogniser, turns: int = 0) -> PageContent:
    """The page in `grey`, `scale` pixels a point, turned clockwise by `turns` right angles from how it is displayed."""
    grey = turn(evenly_lit(grey), skew(grey))
    rulings = find_rulings(grey, scale)
    image = firm(grey)
    image[rulings.strokes > 0] = 255
    grids = find_grids(rulings.horizontals, rulings.verticals)
    builder = RunBuilder(scale, StrokeMeter(image))
    for grid in grids:
        for cell in grid.cells:
            _read_cell(image, rulings.ink, cell.box, builder, recogniser)
    builder.add_region(recogniser.column(_without(image, grids, scale)), 0, 0, in_table=False)
    runs = builder.runs()
    height, width = grey.shape if turns % 2 == 0 else grey.shape[::-1]
    display = View(0, 0, width / scale, height / scale, rotation=0)
    return PageContent(
        number=number,
        frame=Frame(replace(display, rotation=90 * turns), display),
        runs=runs,
        horizontals=rulings.horizontals,
        verticals=rulings.verticals,
        image_share=1.0,
        glyphs=sum(len(run.text) for run in runs),
        recognised=True,
    )


def _read_cell(image: Image, ink: Image, box: Box, builder: RunBuilder, recogniser: Recogniser) -> None:
    scale = builder.scale
    left, top = int(box.x0 * scale) + _INSET, int(box.top * scale) + _INSET
    right, bottom = int(box.x1 * scale) - _INSET, int(box.bottom * scale) - _INSET
    if right - left < _INSET or bottom - top < _INSET or _is_blank(ink[top:bottom, left:right]):
        return
    cut = np.pad(image[top:bottom, left:right], _MARGIN, constant_values=255)
    builder.add_region(_words(cut, recogniser), left - _MARGIN, top - _MARGIN, in_table=True)


def _words(cut: Image, recogniser: Recogniser) -> list[RecognisedWord]:
    """The words of a cell; where they are unsure, the surest of several attempts to read them."""
    import cv2

    words = recogniser.block(cut)
    if sureness(words) >= _SURE:
        return words
    small = as_image(cv2.resize(cut, None, fx=_SMALLER, fy=_SMALLER, interpolation=cv2.INTER_AREA))
    attempts = [words, [_enlarged(word) for word in recogniser.block(small)]]
    if len({word.line for word in words}) <= 1:
        attempts.append(recogniser.line(cut))
    best = max(attempts, key=sureness)
    return best if sureness(best) > sureness(words) + _SURER else words


def _enlarged(word: RecognisedWord) -> RecognisedWord:
    left, top, right, bottom = (round(at / _SMALLER) for at in (word.left, word.top, word.right, word.bottom))
    return replace(word, left=left, top=top, right=right, bottom=bottom)


def _is_blank(ink: Image) -> bool:
    import cv2

    firm_ink = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return int(np.count_nonzero(firm_ink)) < _BLANK_INK


def _without(image: Image, grids: list[Grid], scale: float) -> Image:
    """The page with its tables painted white."""
    rest = image.copy()
    for grid in grids:
        box = grid.box
        rest[
            int(box.top * scale) - 4 : int(box.bottom * scale) + 5, int(box.x0 * scale) - 4 : int(box.x1 * scale) + 5
        ] = 255
    return rest
