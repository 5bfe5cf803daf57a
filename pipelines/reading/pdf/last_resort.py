"""A page read by pdfplumber: about fourteen times slower than pdfium, and used only where pdfium gives nothing."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.geometry import Frame, Ruling, View
from pipelines.reading.pdf.glyphs import REPLACEMENT
from pipelines.reading.pdf.runs import Run, Word

# On broken objects pdfminer raises its own exceptions or whatever Python raises on the way.
_FAILURES = (
    PDFException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_UNMAPPED = "(cid:"


def read_page_slowly(data: bytes, number: int) -> PageContent | None:
    """Page `number` (1-based) of a file, as displayed; None where it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return _content(document.pages[number - 1], number)
    except _FAILURES:
        return None


def _content(page: Any, number: int) -> PageContent:
    view = View(0.0, 0.0, float(page.width), float(page.height), 0)
    runs: list[Run] = []
    undecoded = glyphs = 0
    for word in page.extract_words(extra_attrs=["fontname", "size"]):
        text = word["text"]
        if _UNMAPPED in text:
            unknown = text.count(_UNMAPPED)
            undecoded, text = undecoded + unknown, REPLACEMENT * unknown
        glyphs += len(text)
        name = word["fontname"].lower()
        baseline = word["bottom"] - 0.22 * word["size"]
        span = Word(text, word["x0"], word["x1"])
        runs.append(Run([span], baseline, word["size"], bold="bold" in name, italic="italic" in name))
    image_area = sum(image["width"] * image["height"] for image in page.images)
    return PageContent(
        number=number,
        frame=Frame(view, view),
        runs=runs,
        horizontals=[Ruling(e["top"], e["x0"], e["x1"]) for e in page.edges if e["orientation"] == "h"],
        verticals=[Ruling(e["x0"], e["top"], e["bottom"]) for e in page.edges if e["orientation"] == "v"],
        image_share=min(1.0, image_area / max(view.width * view.height, 1.0)),
        glyphs=glyphs,
        undecoded=undecoded,
    )
