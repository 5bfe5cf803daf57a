"""The strokes that letters are drawn with: their width, and how many of them make a Roman numeral."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from pipelines.reading.scan.engine import Image

Box = tuple[int, int, int, int]
_INK = 128
# What II and III are read as, and what may follow them.
_NUMERAL = re.compile(r"(?=.*[IHN])([IHN1l|]{1,4})([.,;)]?|/.*)")
# Part of the height of a numeral that ink fills where an upright stroke stands, and how near the next one stands.
_UPRIGHT, _NEXT = 0.75, 0.75


class StrokeMeter:
    """Measures strokes of a page image anywhere in it."""

    def __init__(self, image: Image) -> None:
        import cv2

        ink = (image < _INK).astype(np.uint8)
        edge = ink - cv2.erode(ink, np.ones((3, 3), np.uint8))
        self._pixels = ink
        self._ink, self._edge = cv2.integral(ink), cv2.integral(edge)

    def roman(self, text: str, box: Box) -> str:
        """A word that looks like I, II or III with as many strokes as are drawn; recognition miscounts them."""
        found = _NUMERAL.fullmatch(text)
        if not found:
            return text
        left, top, right, bottom = box
        rows = self._pixels[max(top, 0) : bottom, max(left, 0) : right]
        ink = np.flatnonzero(rows.any(axis=1))
        if not ink.size:
            return text
        height = ink[-1] + 1 - ink[0]
        filled = rows[ink[0] : ink[-1] + 1].mean(axis=0) >= _UPRIGHT
        strokes = np.flatnonzero(np.diff(np.concatenate([[False], filled]).astype(np.int8)) == 1)
        # A stroke farther off is part of the year after a slash.
        far = np.flatnonzero(np.diff(strokes) > _NEXT * height)
        count = int(far[0]) + 1 if far.size else len(strokes)
        return "I" * count + found.group(2) if 1 <= count <= 3 else text

    def width(self, boxes: Iterable[Box]) -> float:
        """Mean width in pixels of the strokes in boxes of left, top, right and bottom: their area over their length.

        The edge of a stroke runs along both its sides.
        """
        area = length = 0.0
        for left, top, right, bottom in boxes:
            left, top = max(left, 0), max(top, 0)
            area += _total(self._ink, left, top, right, bottom)
            length += _total(self._edge, left, top, right, bottom) / 2
        return area / length if length else 0.0


def _total(sums: np.ndarray, left: int, top: int, right: int, bottom: int) -> float:
    bottom, right = min(bottom, sums.shape[0] - 1), min(right, sums.shape[1] - 1)
    return float(sums[bottom, right]) - float(sums[top, right]) - float(sums[bottom, left]) + float(sums[top, left])
