"""The printed phrase that names the period of a plan."""

from __future__ import annotations

import re

_YEAR = r"20\d\d"
_RANGE = rf"{_YEAR}\s*(?:[-–—−]|đến(?: năm)?)\s*{_YEAR}"
# In order of what a plan's own period is when its subject names several.
_HALF = re.compile(
    rf"(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+{_YEAR})?|nửa\s+(?:đầu|cuối)\s+năm(?:\s+{_YEAR})?", re.IGNORECASE
)
_QUARTER = re.compile(rf"quý\s+(?:[IV]+|\d)(?:\s*(?:,|và|-)\s*(?:[IV]+|\d))*[\s/]*(?:năm\s+)?{_YEAR}", re.IGNORECASE)
_STAGE = re.compile(rf"(?:giai đoạn|nhiệm kỳ|(?:0?5|năm)\s+năm|(?:các\s+)?năm)?\s*{_RANGE}", re.IGNORECASE)
# 'đến năm 2030' and 'tầm nhìn năm 2045' look ahead; 'từ năm' opens a range.
_SINGLE_YEAR = re.compile(rf"(?<!đến )(?<!nhìn )(?<!hướng )(?<!từ )năm\s+{_YEAR}(?!\s*[-–—−]\s*{_YEAR})", re.IGNORECASE)
_UP_TO = re.compile(rf"đến(?:\s+hết)?\s+năm\s+{_YEAR}", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)")
# A parent programme's stage or an amended plan's date is no period of the plan itself.
_OF_OTHERS = re.compile(rf"ngày\s+[\d\s/.-]*(?:tháng\s+\d+\s+năm\s+)?{_YEAR}", re.IGNORECASE)


def _year(found: re.Match[str]) -> str:
    return found.group()[-4:]


def find_period(text: str) -> str | None:
    """'06 tháng cuối năm 2025', 'năm 2026', 'giai đoạn 2026-2030' ... as printed in a subject line, else None.

    A single year wins over a stage: 'năm 2026' in 'Chương trình tổng thể giai đoạn 2021-2030, năm 2026'.
    """
    plain = _OF_OTHERS.sub(" ", _IN_BRACKETS.sub(" ", text))
    for pattern in (_HALF, _QUARTER, _SINGLE_YEAR, _STAGE, _UP_TO):
        # Of several single years the last is the plan's: 'khắc phục hạn chế năm 2025, nhiệm vụ năm 2026'.
        matches = list(pattern.finditer(plain))
        if matches:
            found = max(matches, key=_year) if pattern is _SINGLE_YEAR else matches[0]
            return re.sub(r"\s+", " ", found.group()).strip()
    return None


def year_in(text: str | None) -> int | None:
    """The first year printed in a title or period phrase."""
    found = re.search(rf"\b{_YEAR}\b", text or "")
    return int(found.group()) if found else None
