"""Any accepted file to a Document: the real type is sniffed from the bytes, the suffix is only a claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from pipelines.reading.document import Document, ReadingNote, UnreadableDocumentError
from pipelines.reading.limits import DEFAULT_LIMITS, MEBIBYTE, ReadingLimits
from pipelines.reading.sniffing import FORMAT_NAMES, sniff

# Suffix -> format it claims.
ACCEPTED_SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".doc": "doc",
    ".rtf": "rtf",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "text",
    ".xlsx": "xlsx",
}

# Format -> module and function, imported when first needed: a worker that reads text never loads the PDF engine.
_READERS = {
    "pdf": ("pipelines.reading.pdf", "read_pdf"),
    "docx": ("pipelines.reading.docx", "read_docx"),
    "doc": ("pipelines.reading.office", "read_doc"),
    "rtf": ("pipelines.reading.office", "read_rtf"),
    "html": ("pipelines.reading.html", "read_html"),
    "markdown": ("pipelines.reading.markdown", "read_markdown"),
    "text": ("pipelines.reading.plain_text", "read_text"),
    "xlsx": ("pipelines.reading.xlsx", "read_xlsx"),
}
# Formats whose few bytes can ask for much memory.
_BOUNDED = frozenset({"docx", "doc", "rtf", "html", "xlsx"})


def read(data: bytes, file_name: str, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """The document in `data`, read by its real type.

    A suffix that claims another type costs a note of kind 'mislabelled', not the document. Raises
    UnreadableDocumentError with code 'empty', 'too_large', 'encrypted', 'damaged', 'mislabelled',
    'unsupported_format', 'converter_missing' or 'timeout'.
    """
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise UnreadableDocumentError("empty", "Tệp rỗng, không có nội dung. Hãy gửi lại tệp đầy đủ.")
    if len(data) > limits.max_file_bytes:
        raise UnreadableDocumentError(
            "too_large",
            f"Tệp nặng {len(data) / MEBIBYTE:.0f} MB, vượt mức {limits.max_file_bytes // MEBIBYTE} MB. "
            "Hãy giảm độ phân giải bản quét hoặc gửi bản văn bản điện tử.",
        )
    suffix = PurePath(file_name).suffix.lower()
    claimed = ACCEPTED_SUFFIXES.get(suffix)
    if claimed is None:
        raise _unsupported(suffix)
    real = sniff(data, claimed, limits)
    document = _reader(real)(data, limits) if real in _BOUNDED else _reader(real)(data)
    if real == claimed:
        return document
    message = (
        f"Tệp có đuôi {suffix} nhưng nội dung là {FORMAT_NAMES[real]}; đã đọc theo nội dung. "
        "Nên đổi lại đuôi tệp cho đúng."
    )
    return replace(document, notes=(*document.notes, ReadingNote("mislabelled", message)))


def _reader(real: str) -> Callable[..., Document]:
    module, function = _READERS[real]
    reader: Callable[..., Document] = getattr(import_module(module), function)
    return reader


def _unsupported(suffix: str) -> UnreadableDocumentError:
    if suffix in (".odt", ".wps"):
        advice = "Hãy mở tệp bằng trình soạn thảo văn bản và lưu lại thành .docx."
    elif suffix in (".xls", ".ods", ".csv"):
        advice = "Hãy mở tệp bằng chương trình bảng tính và lưu lại thành .xlsx."
    elif suffix in (".docm", ".dotm", ".dotx", ".dot"):
        advice = "Hãy mở tệp bằng Word và lưu lại thành .docx (loại không có macro)."
    elif suffix in (".xlsm", ".xlsb", ".xltx", ".xltm"):
        advice = "Hãy mở tệp bằng Excel và lưu lại thành .xlsx (loại không có macro)."
    elif suffix in (".eml", ".msg"):
        advice = "Hãy mở thư, lưu các tệp đính kèm ra và gửi từng tệp."
    elif suffix in (".zip", ".rar", ".7z"):
        advice = "Hãy giải nén và gửi từng văn bản."
    elif suffix in (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic"):
        advice = "Hãy gộp các ảnh chụp của văn bản thành một tệp PDF."
    else:
        advice = f"Hệ thống nhận các tệp {', '.join(ACCEPTED_SUFFIXES)}."
    named = f"Không hỗ trợ tệp {suffix}." if suffix else "Tên tệp không có đuôi nên không biết loại tệp."
    return UnreadableDocumentError("unsupported_format", f"{named} {advice}")
