"""What is drawn on one page: runs of text, ruling lines, images. Positions are those of the page's reading view."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from pipelines.reading.document import Box
from pipelines.reading.pdf.geometry import Frame, Ruling, View
from pipelines.reading.pdf.graphics import read_graphics
from pipelines.reading.pdf.runs import Run
from pipelines.reading.pdf.text_objects import TextReader

# Part of a page that an image covers from which on a page without text is taken for a scan.
SCAN_SHARE = 0.3
# A page that an image covers to this part is a scan in spite of a few glyphs: the notice of a digital signature.
_COVERED, _NOTICE = 0.7, 200
# Part of a page's glyphs that may be unknown before the text is looked for elsewhere.
MOST_UNDECODED = 0.3


@dataclass(slots=True)
class PageContent:
    """One page. `image_share` is the part of it that images cover (0 to 1); `undecoded`, `invisible` count glyphs.

    `recognised`: its text was recognised in its image.
    """

    number: int
    frame: Frame
    runs: list[Run] = field(default_factory=list)
    horizontals: list[Ruling] = field(default_factory=list)
    verticals: list[Ruling] = field(default_factory=list)
    image_share: float = 0.0
    glyphs: int = 0
    undecoded: int = 0
    invisible: int = 0
    recognised: bool = False

    @property
    def width(self) -> float:
        return self.frame.reading.width

    @property
    def height(self) -> float:
        return self.frame.reading.height

    def shown(self, box: Box) -> Box:
        return self.frame.shown(box)


def needs_recognition(page: PageContent) -> bool:
    """Its text is in its image, or in a font nobody can decode, or in an invisible layer that a scanner put there."""
    if page.undecoded > MOST_UNDECODED * page.glyphs:
        return True
    if page.image_share >= _COVERED:
        return page.glyphs < _NOTICE or 2 * page.invisible > page.glyphs
    return not page.runs and page.image_share >= SCAN_SHARE


def read_page(document: object, number: int) -> PageContent | None:
    """Page `number` (1-based) of a raw pdfium document, or None where pdfium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return None
    try:
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, bounds)
        edges = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        display = View(*edges, rotation=90 * pdfium.FPDFPage_GetRotation(page))
        with TextReader(page) as text:
            reading = View(*edges, rotation=text.main_angle(default=display.rotation))
            runs = text.runs(reading)
            graphics = read_graphics(page, reading)
            area = max(reading.width * reading.height, 1.0)
            return PageContent(
                number=number,
                frame=Frame(reading, display),
                runs=runs,
                horizontals=graphics.horizontals,
                verticals=graphics.verticals,
                image_share=min(1.0, graphics.image_area / area),
                glyphs=text.glyphs,
                undecoded=text.undecoded,
                invisible=text.invisible,
            )
    finally:
        pdfium.FPDF_ClosePage(page)
