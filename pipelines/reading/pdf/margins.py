"""Left and right text margins of a page, measured from its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipelines.reading.pdf.lines import Line

# A margin is an edge that at least this part of the most frequent edge's lines keep.
_KEPT_BY = 0.15
_ENOUGH_LINES = 10
_JUSTIFIED_LINES = 4
_NARROWER = 20.0


def text_margins(lines: list[Line], alike: list[Line], tables: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """`lines` of the page, lines of all pages `alike` in size, left and right edges of the page's tables. Points."""
    left, right, _ = _edges(alike)
    if len(lines) >= _ENOUGH_LINES:
        own_left, own_right, justified = _edges(lines)
        left = own_left
        if own_right > right or (justified >= _JUSTIFIED_LINES and own_right < right - _NARROWER):
            right = own_right
    else:
        # A short page, such as the head of an annex, may have margins of its own.
        left = min([left, *(line.x0 for line in lines), *(x0 for x0, _ in tables)])
        right = max([right, *(line.x1 for line in lines), *(x1 for _, x1 in tables)])
    return left, right


def _edges(lines: list[Line]) -> tuple[float, float, int]:
    """Left edge, right edge, number of lines that end at the right edge."""
    if not lines:
        return float("inf"), float("-inf"), 0
    starts = Counter(round(line.x0) for line in lines)
    ends = Counter(round(line.x1) for line in lines)
    many_starts, many_ends = _KEPT_BY * max(starts.values()), _KEPT_BY * max(ends.values())
    left = min(x for x, count in starts.items() if count >= many_starts)
    right = max(x for x, count in ends.items() if count >= many_ends)
    return float(left), float(right), ends[right]
