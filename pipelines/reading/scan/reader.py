"""Scanned pages of an open PDF to page contents, each turned the way its text runs."""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2

from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.runs import Word, confidence
from pipelines.reading.scan.engine import Image, RecognisedWord, Recogniser, as_image, recogniser
from pipelines.reading.scan.image import quarter_turned, render
from pipelines.reading.scan.page import read_image

# Mean confidence of a page's words, and letters on it, below which it may lie sideways or upside down.
_DOUBTFUL, _FEW_LETTERS = 0.7, 60
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
    words = _words(content)
    if confidence(words) >= _DOUBTFUL and sum(len(word.text) for word in words) >= _FEW_LETTERS:
        return content
    turns = max((1, 2, 3), key=lambda turns: _sureness(quarter_turned(grey, turns), engine))
    turned = read_image(quarter_turned(grey, turns), scale, number, engine, turns)
    return max((content, turned), key=lambda read: _sure_letters(_words(read)))


def _words(content: PageContent) -> list[Word]:
    return [word for run in content.runs for word in run.words]


def _sure_letters(words: Iterable[Word | RecognisedWord]) -> float:
    """How much was read, and how surely: text that stands upright gives more of both."""
    return sum(word.confidence**2 * len(word.text) for word in words)


def _sureness(grey: Image, engine: Recogniser) -> float:
    import cv2

    sketch = cv2.resize(grey, None, fx=_SKETCH, fy=_SKETCH, interpolation=cv2.INTER_AREA)
    return _sure_letters(engine.column(as_image(sketch)))
