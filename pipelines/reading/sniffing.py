"""What a file really is, told from its bytes."""

from __future__ import annotations

import re

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.limits import ReadingLimits
from pipelines.reading.ooxml import damaged, open_archive

FORMAT_NAMES = {
    "pdf": "PDF",
    "docx": "văn bản Word (.docx)",
    "doc": "văn bản Word kiểu cũ (.doc)",
    "rtf": "văn bản RTF",
    "xlsx": "bảng tính Excel (.xlsx)",
    "html": "trang web (HTML)",
    "markdown": "văn bản Markdown",
    "text": "văn bản thuần",
}
_TEXT_FORMATS = ("html", "markdown", "text")

_PDF_MAGIC = b"%PDF-"
_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF_MAGIC = b"{\\rtf"
_IMAGE_MAGICS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
# The PDF header may stand behind a few bytes of a mail gateway or scanner.
_PDF_HEADER_WITHIN = 1024
_HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, claimed: str, limits: ReadingLimits) -> str:
    """The format of the bytes: a key of FORMAT_NAMES. Raises UnreadableDocumentError where they are none of these.

    `claimed` decides only between Markdown, HTML and plain text, which can't be told apart for sure.
    """
    head = data[:_PDF_HEADER_WITHIN]
    if _PDF_MAGIC in head and not _looks_textual(data, head):
        return "pdf"
    if data.startswith(_ZIP_MAGICS):
        return _sniff_archive(data, limits)
    if data.startswith(_OLE2_MAGIC):
        return _sniff_ole2(data)
    if data.startswith(_RTF_MAGIC):
        return "rtf"
    if data.startswith(_IMAGE_MAGICS):
        raise UnreadableDocumentError(
            "mislabelled",
            "Nội dung tệp là ảnh, không phải văn bản. Hãy lưu ảnh chụp văn bản thành tệp PDF rồi gửi lại.",
        )
    if b"\x00" in head and not data.startswith(_UTF16_MARKS):
        if claimed in _TEXT_FORMATS:
            raise UnreadableDocumentError(
                "damaged", "Tệp chứa dữ liệu nhị phân, không phải chữ. Hãy lưu lại tệp văn bản bằng mã UTF-8."
            )
        raise damaged()
    if claimed not in _TEXT_FORMATS and not _is_decodable(data):
        raise damaged()
    if _HTML_TAG.search(head):
        return "html" if claimed != "markdown" else "markdown"
    return claimed if claimed in _TEXT_FORMATS else "text"


def _looks_textual(data: bytes, head: bytes) -> bool:
    """True for a text that merely mentions '%PDF-' somewhere after its start."""
    return (
        not data.startswith(_PDF_MAGIC)
        and _is_decodable(head[: head.index(_PDF_MAGIC)])
        and len(head[: head.index(_PDF_MAGIC)].split()) > 20
    )


def _is_decodable(data: bytes) -> bool:
    if data.startswith(_UTF16_MARKS):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sniff_archive(data: bytes, limits: ReadingLimits) -> str:
    names = {name.lower() for name in open_archive(data, limits).namelist()}
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "[content_types].xml" in names:
        raise UnreadableDocumentError(
            "unsupported_format",
            "Tệp không phải văn bản Word hay bảng tính Excel. Hãy lưu lại thành .docx, .xlsx hoặc PDF.",
        )
    if "mimetype" in names:
        raise UnreadableDocumentError(
            "unsupported_format", "Tệp ở định dạng OpenDocument. Hãy mở và lưu lại thành .docx hoặc .xlsx."
        )
    raise UnreadableDocumentError(
        "unsupported_format", "Tệp là tệp nén chứa tệp khác. Hãy giải nén và gửi từng văn bản."
    )


def _sniff_ole2(data: bytes) -> str:
    # Directory names in a compound file are UTF-16; a protected .docx or .xlsx holds these two streams.
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        raise UnreadableDocumentError(
            "encrypted", "Tệp được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu (Tệp > Bảo vệ tài liệu) rồi gửi lại."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "Workbook".encode("utf-16-le") in data:
        raise UnreadableDocumentError(
            "unsupported_format", "Tệp là bảng tính Excel kiểu cũ (.xls). Hãy mở tệp và lưu lại thành .xlsx."
        )
    raise UnreadableDocumentError(
        "unsupported_format", "Tệp không phải văn bản Word. Hãy mở tệp và lưu lại thành .docx hoặc PDF."
    )
