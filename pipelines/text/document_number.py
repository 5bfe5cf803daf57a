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
    rf"(?P<symbols>(?:{_SEPARATOR}|(?=(?:NQ|KL|CT|QĐ|QD)/)){_LETTERS}(?:{_SEPARATOR}{_LETTERS}){{0,3}})(?![\w])"
)
# A hyphen lost where a line was cut: 'NĐCP', 'QĐTTg', '57NQ/TW'.
_KIND_SYMBOLS = "NQ|NĐ|ND|QĐ|QD|CT|KH|TTr|TT|TB|KL|CV|HD|CTr|BC|ĐA"
_GLUED = re.compile(rf"^({_KIND_SYMBOLS})(CP|TTg|UBND|HĐND|TW|TU|ĐU|VPCP|B[A-ZĐ]{{1,5}})$")
_GLUED_ORDINAL = re.compile(rf"^(\d+)({_KIND_SYMBOLS})$")
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
    pieces: list[str] = []
    for piece in re.split(r"([-/])", latin):
        glued = _GLUED.match(piece) or (_GLUED_ORDINAL.match(piece) if not pieces else None)
        pieces += [glued.group(1), "-", glued.group(2)] if glued else [piece]
    first_symbol = next((index for index, piece in enumerate(pieces) if index and re.match(r"[A-ZĐ]", piece)), None)
    return "".join(
        _MISPRINTS.get(piece, piece) if len(piece) > 1 or index == first_symbol else piece
        for index, piece in enumerate(pieces)
    )


def _is_number(found: re.Match[str]) -> bool:
    """Not 'A4-B5' or '2-CCHC' by themselves: a slash is part of every number, and a symbol of capitals."""
    whole = found.group()
    symbols = re.split(_SEPARATOR, found.group("symbols"))
    has_capitals = any(len(re.findall(r"[A-ZĐ]", symbol)) >= 2 for symbol in symbols)
    return "/" in whole and has_capitals
