"""Scanned pages of an open PDF to page contents, each turned the way its text runs."""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2

from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.runs import confidence
from pipelines.reading.scan.engine import Image, Recogniser, as_image, recogniser
from pipelines.reading.scan.image import quarter_turned, render
from pipelines.reading.scan.page import read_image

# Mean confidence of a page's words below which it may lie sideways or upside down.
_DOUBTFUL = 0.7
# Share of the resolution that is enough to tell which way text runs.
_SKETCH = 0.5


def read_scanned_pages(document: pypdfium2.PdfDocument, numbers: Iterable[int]) -> dict[int, PageContent]:
    """Pages by their number (1-based), those left out that cannot be drawn. Takes 1.5 to 3 seconds a page.

    Raises UnreadableDocumentError 'ocr_missing' where nothing is there to recognise them.
    """
    contents: dict[int, PageContent] = {}
    with recogniser() as engine:
        for number in numbers:
            if (drawn := _draw(document, number)) is not None:
                contents[number] = _read(*drawn, number, engine)
    return contents


def _draw(document: pypdfium2.PdfDocument, number: int) -> tuple[Image, float] | None:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        return render(page)
    finally:
        page.close()


def _read(grey: Image, scale: float, number: int, engine: Recogniser) -> PageContent:
    content = read_image(grey, scale, number, engine)
    if content.runs and _confidence(content) >= _DOUBTFUL:
        return content
    turns = max((1, 2, 3), key=lambda turns: _sureness(quarter_turned(grey, turns), engine))
    turned = read_image(quarter_turned(grey, turns), scale, number, engine, turns)
    return turned if turned.runs and (not content.runs or _confidence(turned) > _confidence(content)) else content


def _confidence(content: PageContent) -> float:
    return confidence([word for run in content.runs for word in run.words])


def _sureness(grey: Image, engine: Recogniser) -> float:
    import cv2

    words = engine.column(as_image(cv2.resize(grey, None, fx=_SKETCH, fy=_SKETCH, interpolation=cv2.INTER_AREA)))
    return sum(word.confidence**2 * len(word.text) for word in words)
