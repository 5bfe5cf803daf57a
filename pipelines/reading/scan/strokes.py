"""Width of the strokes that letters are drawn with."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from pipelines.reading.scan.engine import Image

_INK = 128


class StrokeMeter:
    """Measures strokes of a page image anywhere in it."""

    def __init__(self, image: Image) -> None:
        import cv2

        ink = (image < _INK).astype(np.uint8)
        edge = ink - cv2.erode(ink, np.ones((3, 3), np.uint8))
        self._ink, self._edge = cv2.integral(ink), cv2.integral(edge)

    def width(self, boxes: Iterable[tuple[int, int, int, int]]) -> float:
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
