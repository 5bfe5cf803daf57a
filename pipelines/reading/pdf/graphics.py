"""Ruling lines and images of a page by pdfium."""

from __future__ import annotations

import ctypes
import itertools
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from pipelines.reading.pdf.geometry import Ruling, View

# A filled shape this thin (points) is a line; strokes may lean this much and still be level or upright.
_LINE_WIDTH = 3.0
_LEAN = 1.0
_MAX_FORM_DEPTH = 4
_WHITE = 250

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class PageGraphics:
    """Lines in the reading view, as drawn (not yet joined); area of all images, square points."""

    view: View
    horizontals: list[Ruling] = field(default_factory=list)
    verticals: list[Ruling] = field(default_factory=list)
    image_area: float = 0.0

    def add_stroke(self, ax: float, ay: float, bx: float, by: float) -> None:
        ax, ay = self.view.point(ax, ay)
        bx, by = self.view.point(bx, by)
        if abs(ay - by) <= _LEAN and abs(ax - bx) > _LEAN:
            self.horizontals.append(Ruling((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _LEAN and abs(ay - by) > _LEAN:
            self.verticals.append(Ruling((ax + bx) / 2, min(ay, by), max(ay, by)))

    def add_filled(self, left: float, bottom: float, right: float, top: float) -> None:
        box = self.view.box(left, bottom, right, top)
        # A dot may be part of a dotted line of either direction.
        if box.bottom - box.top <= _LINE_WIDTH:
            self.horizontals.append(Ruling((box.top + box.bottom) / 2, box.x0, box.x1))
        if box.x1 - box.x0 <= _LINE_WIDTH:
            self.verticals.append(Ruling((box.x0 + box.x1) / 2, box.top, box.bottom))


def read_graphics(page: object, view: View) -> PageGraphics:
    graphics = PageGraphics(view)
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        _read_object(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, graphics, 0)
    return graphics


def _read_object(page_object: object, outer: Matrix, graphics: PageGraphics, depth: int) -> None:
    kind = pdfium.FPDFPageObj_GetType(page_object)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _read_path(page_object, outer, graphics)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        left, bottom, right, top = _bounds(page_object, outer)
        graphics.image_area += abs((right - left) * (top - bottom))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
        inner = _compose(_matrix(page_object), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(page_object)):
            _read_object(pdfium.FPDFFormObj_GetObject(page_object, index), inner, graphics, depth + 1)


def _read_path(path: object, outer: Matrix, graphics: PageGraphics) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    get_colour = pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if get_colour(path, red, green, blue, alpha):
        invisible = alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE
        if invisible:
            return
    segments = pdfium.FPDFPath_CountSegments(path)
    if not stroke.value and segments <= 5:
        graphics.add_filled(*_bounds(path, outer))
        return
    for points in _subpaths(path, segments, _compose(_matrix(path), outer)):
        if stroke.value:
            for (ax, ay), (bx, by) in itertools.pairwise(points):
                graphics.add_stroke(ax, ay, bx, by)
        else:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            graphics.add_filled(min(xs), min(ys), max(xs), max(ys))


def _subpaths(path: object, segments: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """Points of each connected part of a path. Curves count by their points: they are no rulings anyway."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[tuple[float, float]]] = []
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        parts[-1].append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment) and parts[-1][0] != parts[-1][-1]:
            parts[-1].append(parts[-1][0])
    return parts


def _bounds(page_object: object, outer: Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in page space."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(page_object, left, bottom, right, top)
    if outer is _IDENTITY:
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = outer
    corners = [
        (a * x + c * y + e, b * x + d * y + f) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(page_object: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(page_object, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )
