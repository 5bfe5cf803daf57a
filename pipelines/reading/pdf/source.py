"""Opening a PDF with pdfium, and saying in Vietnamese why it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.reading.document import UnreadableDocumentError

_REASONS = {
    "encrypted": "Tệp PDF được đặt mật khẩu nên không mở được; đề nghị đơn vị gửi lại tệp không đặt mật khẩu.",
    "damaged": "Tệp PDF bị hỏng hoặc tải về chưa đủ; đề nghị đơn vị gửi lại tệp.",
    "empty": "Tệp PDF không có trang nào; đề nghị đơn vị kiểm tra và gửi lại tệp.",
    "scanned_pdf": (
        "Tệp PDF chỉ có ảnh và không nhận dạng được chữ nào trong ảnh; "
        "đề nghị đơn vị gửi tệp gốc .docx hoặc tệp PDF có lớp chữ (xuất từ Word)."
    ),
    "too_large": "Tệp PDF có {pages} trang, quá mức {limit} trang; đề nghị chỉ gửi văn bản kế hoạch và phụ lục.",
}
# pdfium loads no document without pages, and calls that a success.
_CODES = {pdfium.FPDF_ERR_PASSWORD: "encrypted", pdfium.FPDF_ERR_SUCCESS: "empty"}


def unreadable(code: str, **facts: object) -> UnreadableDocumentError:
    return UnreadableDocumentError(code, _REASONS[code].format(**facts))


@contextmanager
def open_pdf(data: bytes, page_limit: int) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed afterwards. Raises UnreadableDocumentError: encrypted, damaged, empty, too_large."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise unreadable(_CODES.get(getattr(error, "err_code", None), "damaged")) from error
    try:
        pages = len(document)
        if pages == 0:
            raise unreadable("empty")
        if pages > page_limit:
            raise unreadable("too_large", pages=pages, limit=page_limit)
        yield document
    finally:
        document.close()
