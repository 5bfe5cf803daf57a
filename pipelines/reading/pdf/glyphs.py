"""Characters that a PDF encodes otherwise than it prints them, and those it does not say what they are."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# pdfium gives a hyphen at the end of a line as U+0002 or U+FFFE. Bullets of the Symbol and Wingdings fonts stand in
# the private area.
_PRINTED = str.maketrans(
    {
        "\x02": "-",
        "\ufffe": "-",
        "\uf02b": "+",
        "\uf02d": "-",
        "\uf076": "-",
        "\uf0a7": "▪",
        "\uf0b7": "•",
        "\uf0d8": "-",
        "\uf0fc": "-",
    }
)
_MISPRINTED = re.compile("[" + "".join(map(chr, _PRINTED)) + "]")
# The soft hyphen and characters without width print nothing.
_NOTHING = str.maketrans({"\xad": "", "\u200b": "", "\ufeff": ""})
_UNKNOWN = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\ufffd\ue000-\uf8ff]")
_ODD = re.compile(_UNKNOWN.pattern[:-1] + r"\xad\u200b\ufeff]")


def as_printed(text: str) -> str:
    """Characters as they look, each in its place."""
    return text.translate(_PRINTED) if _MISPRINTED.search(text) else text


def has_odd(text: str) -> bool:
    """Are there characters that `printed` would change?"""
    return _ODD.search(text) is not None


def printed(word: str, font_has_map: bool) -> tuple[str, int]:
    """The word without what prints nothing, and how many of its characters are unknown (U+FFFD stands for each)."""
    if not font_has_map:
        return REPLACEMENT * len(word), len(word)
    return _UNKNOWN.subn(REPLACEMENT, word.translate(_NOTHING))
