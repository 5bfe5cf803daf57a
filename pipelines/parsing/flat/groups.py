"""Rows over the whole width of a table: headings of a reform domain, and totals."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.parsing.flat.ordinals import Ordinal, roman_value
from pipelines.text.normalise import fold

_ROMAN_HEAD = re.compile(r"^([IVX]{1,6})(?:[.)/:]|\s|$)")
_NAMED_HEAD = re.compile(r"^(?:nội dung|nhóm|phần|mục|lĩnh vực)\s+(?:thứ\s+)?(\d{1,2}|[IVX]{1,5})\b", re.IGNORECASE)
_LETTER_HEAD = re.compile(r"^([A-HĐ])[.)]?\s")
_NUMBER_HEAD = re.compile(r"^(\d{1,2})[.)]\s")
_TOTAL = re.compile(r"^(?:tong cong|tong so|cong)\b.*\d")
_SUBJECTS = re.compile(
    r"chi dao|dieu hanh|cai cach|the che|thu tuc hanh chinh|tthc|to chuc bo may|cong vu|tai chinh cong|chinh quyen|"
    r"chinh phu|chuyen doi so|hien dai hoa|nhiem vu chung|tuyen truyen|kiem tra|so hoa|nen hanh chinh"
)


@lru_cache(maxsize=10_000)
def is_total(text: str) -> bool:
    """'Tổng cộng: 35 nhiệm vụ'."""
    return bool(_TOTAL.match(fold(text)))


@lru_cache(maxsize=20_000)
def banner_score(text: str, previous: Ordinal | None) -> tuple[float, Ordinal | None]:
    """How much a whole line reads as a group row, and its ordinal."""
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    if not letters or len(words) > 40:
        return -99.0, previous
    capitals = sum(c.isupper() for c in letters) / len(letters)
    subject = bool(_SUBJECTS.search(fold(text)))
    marker, bare, known = _marker(text)
    if not known and capitals <= 0.85:
        return -99.0, previous
    score = -7.0
    if capitals > 0.85 and len(words) >= 3:
        score += 7.0
    if subject:
        score += 2.0
    if known:
        score += 6.0 if bare else 0.0
        score += 2.0
        if previous is not None and marker is not None and previous[0] == marker[0]:
            score += 2.0 if marker[1] == previous[1] + 1 else -5.0
        if len(words) < 3:
            score -= 6.0
    if re.search(r"[,;]$|\b(?:VÀ|và)$|-$", text):
        score -= 3.0
    return score, marker if known else previous


def _marker(text: str) -> tuple[Ordinal | None, bool, bool]:
    """(style, value), whether the style alone makes a group row likely, whether a marker is printed."""
    found = _ROMAN_HEAD.match(text)
    if found:
        value = roman_value(found.group(1))
        if value:
            return (1, value), True, True
    found = _NAMED_HEAD.match(text)
    if found:
        value = int(found.group(1)) if found.group(1).isdigit() else roman_value(found.group(1))
        if value:
            return (2, value), True, True
    found = _LETTER_HEAD.match(text)
    if found:
        return (3, ord(found.group(1)) - ord("A") + 1), False, True
    found = _NUMBER_HEAD.match(text)
    if found:
        return (4, int(found.group(1))), False, True
    return None, False, False
