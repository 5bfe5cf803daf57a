"""Characters that a PDF encodes otherwise than it prints them, and those it does not say what they are."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# pdfium gives a hyphen at the end of a line as U+0002 or U+FFFE. Bullets of the Symbol and Wingdings fonts stand in
# the private area. Soft hyphens and characters without width print nothing.
_REPLACED = str.maketrans(
    {
        "\x02": "-",
        "\ufffe": "-",
        "\uf0b7": "•",
        "\uf02d": "-",
        "\uf0a7": "▪",
        "\uf0d8": "-",
        "\uf076": "-",
        "\uf0fc": "-",
        "\uf02b": "+",
        "\xad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)
_ODD = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\xad\u200b\ufeff\ufffd\ufffe\ue000-\uf8ff]")
_UNKNOWN = re.compile(r"[\x01-\x1f\ufffd\ue000-\uf8ff]")


def has_odd(text: str) -> bool:
    return _ODD.search(text) is not None


def printed(word: str, font_has_map: bool) -> tuple[str, int]:
    """The word as it is printed, and how many of its characters are unknown (U+FFFD stands for each)."""
    if not font_has_map:
        return REPLACEMENT * len(word), len(word)
    return _UNKNOWN.subn(REPLACEMENT, word.translate(_REPLACED))
