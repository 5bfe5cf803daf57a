"""read_pdf: the bytes of a PDF to a Document."""

from __future__ import annotations

from pypdfium2 import PdfDocument

from pipelines.reading.document import Document, UnreadableDocumentError
from pipelines.reading.pdf.assembly import assemble
from pipelines.reading.pdf.content import MOST_UNDECODED, SCAN_SHARE, PageContent, needs_recognition, read_page
from pipelines.reading.pdf.last_resort import read_page_slowly
from pipelines.reading.pdf.source import open_pdf, unreadable

PAGE_LIMIT = 500


def read_pdf(data: bytes, page_limit: int = PAGE_LIMIT) -> Document:
    """Read a PDF; pages that are images are recognised. The same bytes give the same document.

    Raises UnreadableDocumentError with code encrypted, damaged, empty, too_large, ocr_missing or scanned_pdf.
    """
    with open_pdf(data, page_limit) as document:
        page_count = len(document)
        read = {number: read_page(document.raw, number) for number in range(1, page_count + 1)}
        read = {number: _second_opinion(data, number, content) for number, content in read.items()}
        read |= _recognised(document, [page for page in read.values() if page and needs_recognition(page)])
    pages = [page for page in read.values() if page]
    if not pages:
        raise unreadable("damaged")
    if not any(page.runs for page in pages):
        raise unreadable("scanned_pdf")
    return assemble(pages, page_count)


def _recognised(document: PdfDocument, scans: list[PageContent]) -> dict[int, PageContent]:
    """Pages whose text is in their image, recognised; none of them where nothing is there to recognise them.

    Raises UnreadableDocumentError 'ocr_missing' where the whole document is made of such pages. A few of them among
    pages of text leave notes of kind 'unread_page'.
    """
    if not scans:
        return {}
    from pipelines.reading.scan.reader import read_scanned_pages

    known = {page.number: page.glyphs - page.undecoded for page in scans}
    try:
        read = read_scanned_pages(document, known)
        return {number: page for number, page in read.items() if 2 * page.glyphs >= known[number]}
    except UnreadableDocumentError:
        if len(scans) == len(document) and not any(page.runs for page in scans):
            raise
        return {}


def _second_opinion(data: bytes, number: int, content: PageContent | None) -> PageContent | None:
    """The page as pdfium read it, or as pdfplumber does where pdfium gave nothing and pdfplumber gives more."""
    if content is not None:
        is_blank = not content.runs and content.image_share < SCAN_SHARE
        if not is_blank and content.undecoded <= MOST_UNDECODED * content.glyphs:
            return content
    other = read_page_slowly(data, number)
    if content is None or other is None:
        return content or other
    known, other_known = content.glyphs - content.undecoded, other.glyphs - other.undecoded
    return other if other_known > known else content
