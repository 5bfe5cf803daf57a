"""Dates as they are printed in a text, and those among them that no calendar has."""

from __future__ import annotations

import re
from datetime import date

_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,3})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_IN_WORDS = re.compile(r"ngày (\d{1,3}) tháng (\d{1,2}) năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"(?<![\d/.-])ngày (\d{1,3})/(\d{1,2})(?![\d/])", re.IGNORECASE)
_LEAP_YEAR = 2024


def impossible_dates(text: str) -> str | None:
    """The printed dates of `text` that do not exist ('31/4/2026'); None when there is none."""
    matches = [match for pattern in (_SLASHED, _IN_WORDS, _WITHOUT_YEAR) for match in pattern.finditer(text)]
    found = [match.group() for match in matches if not _exists(match)]
    return "; ".join(dict.fromkeys(found)) or None


def _exists(match: re.Match[str]) -> bool:
    day, month, *year = (int(number) for number in match.groups())
    try:
        date(year[0] if year else _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
