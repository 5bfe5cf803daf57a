"""Bytes of a text file to characters."""

from __future__ import annotations

import codecs

from pipelines.reading.document import UnreadableDocumentError

_MARKED_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """UTF-8, or UTF-16 with a byte order mark. Raises UnreadableDocumentError 'damaged' for anything else."""
    encoding = next((name for mark, name in _MARKED_ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(
            "damaged",
            "Không giải mã được chữ trong tệp (có thể dùng bảng mã cũ như TCVN3, VNI hoặc tệp bị hỏng). "
            "Hãy mở tệp và lưu lại bằng mã Unicode UTF-8.",
        ) from error
