"""Bytes of a text file to characters."""

from __future__ import annotations

import codecs

from pipelines.reading.document import UnreadableDocumentError
from pipelines.text.legacy_detection import decode_legacy, detect_encoding
from pipelines.text.legacy_encoding import to_unicode

_MARKED_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with a byte order mark, or Vietnamese in Windows-1258, TCVN3 or VNI.

    Text of TCVN3 and VNI fonts that was saved as Unicode is converted too. Raises UnreadableDocumentError 'damaged' for
    anything else.
    """
    encoding = next((name for mark, name in _MARKED_ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        legacy = decode_legacy(data)
        if legacy is not None:
            return legacy
        raise UnreadableDocumentError(
            "damaged",
            "Không giải mã được chữ trong tệp (tệp bị hỏng hoặc dùng bảng mã lạ). "
            "Hãy mở tệp và lưu lại bằng mã Unicode UTF-8.",
        ) from error
    typed_in = detect_encoding(text)
    return text if typed_in is None else to_unicode(text, typed_in)
