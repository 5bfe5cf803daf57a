"""Numbers of official documents: '76/NQ-CP', '57-NQ/TW', '118/2025/NĐ-CP', '72/2025/QH15'."""

from __future__ import annotations

import re

from pipelines.text.normalise import LOOKALIKES

_SEPARATOR = r"\s*[-–—−‑/]\s*"
# Letters of a symbol or an issuer ('NĐ', 'HĐND', 'TTg', 'BCĐTW', 'QH15'); wraps and stray spaces stand at separators.
_LETTERS = r"[A-ZĐ][A-ZĐƯa-z&]{0,11}\d{0,2}"
_ORDINAL = r"\d{1,5}(?:\.\d{1,2})?[a-zA-Z]?"
# The ordinal, a year if any, then one to four groups of letters: at least one of them is in capitals.
PATTERN = re.compile(
    rf"(?<![\w/.,-])(?P<ordinal>{_ORDINAL})(?:\s*/\s*(?P<year>(?:19|20)\d\d))?"
    rf"(?P<symbols>(?:{_SEPARATOR}{_LETTERS}){{1,4}})(?![\w])"
)
# Symbols that lose a stroke or a letter in print and scans; the canonical form keeps đ.
_MISPRINTS = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND", "BCD": "BCĐ", "BCDTW": "BCĐTW", "N": "NĐ", "Q": "QĐ", "DU": "ĐU"}


def find_numbers(text: str) -> list[re.Match[str]]:
    """Document numbers in a text, also with look-alike letters of other scripts; positions are those of `text`."""
    return [found for found in PATTERN.finditer(text.translate(LOOKALIKES)) if _is_number(found)]


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def canonical_number(text: str) -> str:
    """The number in its right form: no spaces, Latin letters, plain hyphens, lost strokes restored.

    '118/2025/ND-СР' becomes '118/2025/NĐ-CP'. A text that is no number comes back without spaces.
    """
    latin = re.sub(r"[–—−‑]", "-", without_spaces(text).translate(LOOKALIKES))
    pieces = re.split(r"([-/])", latin)
    first_symbol = next((i for i, piece in enumerate(pieces) if i and re.match(r"[A-ZĐ]", piece)), None)
    restored = [
        _MISPRINTS.get(piece, piece) if len(piece) > 1 or index == first_symbol else piece
        for index, piece in enumerate(pieces)
    ]
    return "".join(restored)


def _is_number(found: re.Match[str]) -> bool:
    """Not 'A4-B5' or '2-CCHC' by themselves: a slash is part of every number, and a symbol of capitals."""
    whole = found.group()
    symbols = re.split(_SEPARATOR, found.group("symbols"))
    has_capitals = any(len(re.findall(r"[A-ZĐ]", symbol)) >= 2 for symbol in symbols)
    return "/" in whole and has_capitals
