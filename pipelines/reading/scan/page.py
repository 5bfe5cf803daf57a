"""One scanned page as the same content a text page has: runs of recognised words and ruling lines."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pypdfium2

from pipelines.reading.document import Box
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.geometry import Frame, View
from pipelines.reading.pdf.grid import Grid, find_grids
from pipelines.reading.pdf.text_objects import RUN_GAP, Run, Word
from pipelines.reading.scan.engine import Image, RecognisedWord, Recogniser
from pipelines.reading.scan.image import firm, render, skew, turn
from pipelines.reading.scan.rulings import find_rulings
from pipelines.reading.scan.spelling import mend

# Pixels: how far inside its rules a cell is cut out, and the white margin recognition needs around it.
_INSET, _MARGIN = 4, 40
# Pixels of ink, after single specks are gone, below which a cell is blank; share of the page speckle may fill.
_BLANK_INK = 120
# Height of a capital letter with its marks, in ems; words less sure than this are noise when they stand alone.
_LINE_HEIGHT_EM = 1.15
_NOISE = 0.25


def read_scanned_page(page: pypdfium2.PdfPage, number: int, recogniser: Recogniser) -> PageContent:
    grey, scale = render(page)
    grey = turn(grey, skew(grey))
    rulings = find_rulings(grey, scale)
    image = firm(grey)
    image[rulings.strokes > 0] = 255
    grids = find_grids(rulings.horizontals, rulings.verticals)
    runs: list[Run] = []
    for grid in grids:
        for cell in grid.cells:
            runs += _cell_runs(image, rulings.ink, cell.box, scale, recogniser)
    runs += _runs(recogniser.column(_without(image, grids, scale)), 0, 0, scale)
    view = View(0, 0, page.get_width(), page.get_height(), 0)
    return PageContent(
        number=number, frame=Frame(view, view), runs=runs, horizontals=rulings.horizontals, verticals=rulings.verticals
    )


def _cell_runs(image: Image, ink: Image, box: Box, scale: float, recogniser: Recogniser) -> list[Run]:
    left, top = int(box.x0 * scale) + _INSET, int(box.top * scale) + _INSET
    right, bottom = int(box.x1 * scale) - _INSET, int(box.bottom * scale) - _INSET
    if right - left < _INSET or bottom - top < _INSET or _is_blank(ink[top:bottom, left:right]):
        return []
    cut = np.pad(image[top:bottom, left:right], _MARGIN, constant_values=255)
    return _runs(recogniser.block(cut), left - _MARGIN, top - _MARGIN, scale)


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


def _runs(words: list[RecognisedWord], left: int, top: int, scale: float) -> list[Run]:
    """Words of one region as runs in points; `left` and `top` place the region on the page."""
    runs: list[Run] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        if max(word.confidence for word in line) < _NOISE:
            continue
        heights = sorted(word.bottom - word.top for word in line)
        size = heights[len(heights) // 2] / scale / _LINE_HEIGHT_EM * 1.2
        baseline = (top + sorted(word.bottom for word in line)[len(line) // 2]) / scale
        texts = mend([word.text for word in line], [word.confidence for word in line])
        run: Run | None = None
        for text, word in zip(texts, line, strict=True):
            x0, x1 = (left + word.left) / scale, (left + word.right) / scale
            if run is None or x0 - run.x1 > RUN_GAP * size:
                run = Run([], baseline, size)
                runs.append(run)
            run.words.append(Word(text, x0, x1))
    return runs
