"""read_pdf: the bytes of a text PDF to a Document."""

from __future__ import annotations

from pipelines.reading.document import Document
from pipelines.reading.pdf.assembly import assemble
from pipelines.reading.pdf.content import SCAN_SHARE, PageContent, read_page
from pipelines.reading.pdf.last_resort import read_page_slowly
from pipelines.reading.pdf.source import open_pdf, unreadable

PAGE_LIMIT = 500
# Part of a page's glyphs that may be unknown before the other reader is asked for them.
_MOST_UNDECODED = 0.3


def read_pdf(data: bytes, page_limit: int = PAGE_LIMIT) -> Document:
    """Read a PDF that has a text layer; the same bytes give the same document.

    Raises UnreadableDocumentError with code encrypted, damaged, empty, too_large or scanned_pdf.
    """
    with open_pdf(data, page_limit) as document:
        page_count = len(document)
        read = [read_page(document.raw, number) for number in range(1, page_count + 1)]
    if not any(page is not None and page.runs for page in read) and any(_is_scan(page) for page in read):
        raise unreadable("scanned_pdf")
    pages = [page for number, content in enumerate(read, 1) if (page := _second_opinion(data, number, content))]
    if not pages:
        raise unreadable("damaged")
    if not any(page.runs for page in pages):
        raise unreadable("scanned_pdf")
    return assemble(pages, page_count)


def _second_opinion(data: bytes, number: int, content: PageContent | None) -> PageContent | None:
    """The page as pdfium read it, or as pdfplumber does where pdfium gave nothing and pdfplumber gives more."""
    if content is not None:
        is_blank = not content.runs and not _is_scan(content)
        if not is_blank and content.undecoded <= _MOST_UNDECODED * content.glyphs:
            return content
    other = read_page_slowly(data, number)
    if content is None or other is None:
        return content or other
    known, other_known = content.glyphs - content.undecoded, other.glyphs - other.undecoded
    return other if other_known > known else content


def _is_scan(page: PageContent | None) -> bool:
    return page is not None and not page.runs and page.image_share >= SCAN_SHARE
