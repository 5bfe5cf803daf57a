"""Ruling lines of a page image: long thin strokes of ink, level or upright."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipelines.reading.pdf.geometry import Ruling
from pipelines.reading.scan.engine import Image, as_image

# Points: shortest stroke that is a rule, longest gap closed in one, thickest rule.
_SHORTEST = 18.0
_GAP = 8.0
_THICKEST = 4.0


@dataclass(frozen=True, slots=True)
class PageRulings:
    """Rulings in points; in pixels `strokes` is where they are drawn (255) and `ink` (255) all that is not them."""

    horizontals: list[Ruling]
    verticals: list[Ruling]
    strokes: Image
    ink: Image


def find_rulings(grey: Image, scale: float) -> PageRulings:
    """`scale` in pixels a point."""
    import cv2

    window = int(10 * scale) | 1
    calm = cv2.medianBlur(grey, 3)
    ink = as_image(cv2.adaptiveThreshold(calm, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 15))
    level = _strokes(ink, scale, across=True)
    upright = _strokes(ink, scale, across=False)
    strokes = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((5, 5), np.uint8))
    return PageRulings(
        horizontals=[Ruling((y + h / 2) / scale, x / scale, (x + w) / scale) for x, y, w, h in _boxes(level, scale)],
        verticals=[
            Ruling(y + h / 2, x, x + w)
            for y, x, h, w in ((x / scale, y / scale, w / scale, h / scale) for x, y, w, h in _boxes(upright, scale))
        ],
        strokes=as_image(strokes),
        ink=as_image(cv2.subtract(ink, strokes)),
    )


def _strokes(ink: Image, scale: float, across: bool) -> Image:
    import cv2

    length, gap = int(_SHORTEST * scale), int(_GAP * scale)
    shape = (lambda n: (1, n)) if across else (lambda n: (n, 1))
    strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape(length), np.uint8))
    # A rule that leans by a pixel or two falls apart into steps; thickening joins them again.
    strokes = cv2.dilate(strokes, np.ones((5, 1) if across else (1, 5), np.uint8))
    return as_image(cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones(shape(gap), np.uint8)))


def _boxes(strokes: Image, scale: float) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height in pixels of each stroke; blots are left out."""
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    thickest, shortest = _THICKEST * scale, _SHORTEST * scale
    return [
        (int(x), int(y), int(w), int(h))
        for x, y, w, h, _ in stats[1:]
        if min(w, h) <= thickest + 0.02 * max(w, h) and max(w, h) >= shortest
    ]
