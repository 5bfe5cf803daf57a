"""Coordinates: PDF page space (origin bottom left, y up) to a page turned upright (origin top left, y down)."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reading.document import Box


@dataclass(frozen=True, slots=True)
class View:
    """The page turned clockwise by `rotation` degrees (0, 90, 180, 270); `x0`..`y1` bound it in page space, points."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int

    @property
    def width(self) -> float:
        return self.y1 - self.y0 if self.rotation in (90, 270) else self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.x1 - self.x0 if self.rotation in (90, 270) else self.y1 - self.y0

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.y0, x - self.x0
            case 180:
                return self.x1 - x, y - self.y0
            case 270:
                return self.y1 - y, self.x1 - x
            case _:
                return x - self.x0, self.y1 - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page is read and where it is shown.

    Text may run sideways on the page as it is displayed: it is read in `reading`, the view in which its lines are
    level, and its boxes are given in `display`, the view that a person sees.
    """

    reading: View
    display: View

    def shown(self, box: Box) -> Box:
        """A box of the reading view in the displayed view."""
        turns = (self.display.rotation - self.reading.rotation) % 360
        if turns == 0:
            return box
        width, height = self.reading.width, self.reading.height
        match turns:
            case 90:
                return Box(height - box.bottom, box.x0, height - box.top, box.x1)
            case 180:
                return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
            case _:
                return Box(box.top, width - box.x1, box.bottom, width - box.x0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A horizontal or vertical line: `position` across it, `start` to `end` along it, in points."""

    position: float
    start: float
    end: float


def middle(start: float, end: float) -> float:
    return (start + end) / 2
