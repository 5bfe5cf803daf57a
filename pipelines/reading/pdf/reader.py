"""read_pdf: the bytes of a text PDF to a Document."""

from __future__ import annotations

from pipelines.reading.document import Document
from pipelines.reading.pdf.assembly import assemble
from pipelines.reading.pdf.content import read_page
from pipelines.reading.pdf.source import open_pdf, unreadable

PAGE_LIMIT = 500


def read_pdf(data: bytes, page_limit: int = PAGE_LIMIT) -> Document:
    """Read a PDF that has a text layer.

    Raises UnreadableDocumentError with code encrypted, damaged, empty, too_large or scanned_pdf.
    """
    with open_pdf(data, page_limit) as document:
        pages = [page for number in range(1, len(document) + 1) if (page := read_page(document.raw, number))]
        page_count = len(document)
    if not any(page.runs for page in pages):
        raise unreadable("scanned_pdf")
    return assemble(pages, page_count)
