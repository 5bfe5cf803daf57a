"""pdfium's functions that are called for every word, bound so that a call costs as little as ctypes allows.

Pointers are plain numbers, comparable and fit as keys, and the interpreter is not released during the call: each
returns in less time than that takes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def _bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


_POINTER, _INT, _FLOAT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_double

# (text page, character index, address of a structure)
char_box = _bind(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
char_matrix = _bind(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
# (text page, character index)
text_object_at = _bind(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
font_size = _bind(pdfium.FPDFText_GetFontSize, _DOUBLE, _POINTER, _INT)
is_generated = _bind(pdfium.FPDFText_IsGenerated, _INT, _POINTER, _INT)
has_map_error = _bind(pdfium.FPDFText_HasUnicodeMapError, _INT, _POINTER, _INT)
# (text object)
render_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
font_of = _bind(pdfium.FPDFTextObj_GetFont, _POINTER, _POINTER)


def pointer(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
