"""Deadlines printed as marks: a column for every month, quarter or year, with an x where the task is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines.text.normalise import fold

_MARKS = frozenset({"x", "v", "✓", "✔", "√", "☑", "☒", "●", "•", "+", "*"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LABEL = re.compile(r"(?P<unit>thang|t|quy|q|nam)?[ .]*(?P<value>20\d\d|\d{1,2}|i{1,3}|iv)(?:[ /.](?:nam )?20\d\d)?")
_UPPER = re.compile(r"\b(thang|quy|nam)\b")


class Unit(StrEnum):
    """What a column of a schedule stands for, in the words of a printed deadline."""

    MONTH = "Tháng"
    QUARTER = "Quý"
    YEAR = "Năm"


_UNITS = {"thang": Unit.MONTH, "t": Unit.MONTH, "quy": Unit.QUARTER, "q": Unit.QUARTER, "nam": Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Period:
    """One column of a schedule: May is `(MONTH, 5)`, the year 2027 `(YEAR, 2027)`."""

    unit: Unit
    value: int


def period(levels: Sequence[str]) -> Period | None:
    """The period a header label names: 'Tháng 5', 'T5', 'Quý II', '5' under 'Tháng'.

    `levels` are those the label is printed in, upper first.
    """
    *uppers, lower = levels or ("",)
    found = _LABEL.fullmatch(fold(lower).strip())
    if found is None:
        return None
    upper = _UPPER.search(fold(uppers[-1])) if uppers else None
    named = found["unit"] or (upper.group(1) if upper else "")
    value = _ROMAN.get(found["value"]) or int(found["value"])
    if value >= 2000:
        return Period(Unit.YEAR, value)
    unit = _UNITS.get(named)
    limit = {Unit.MONTH: 12, Unit.QUARTER: 4}.get(unit, 0) if unit else 0
    return Period(unit, value) if unit and 1 <= value <= limit else None


def is_mark(text: str) -> bool:
    """Whether a cell holds nothing but the sign that its column applies."""
    return text.strip().lower() in _MARKS


def deadline_words(marked: Sequence[Period]) -> str | None:
    """The deadline that the marked columns say, in the words a plan would print: 'Tháng 5, 6', 'Quý I, II'."""
    if not marked:
        return None
    unit = marked[0].unit
    roman = {value: numeral.upper() for numeral, value in _ROMAN.items()}
    values = [roman[p.value] if unit is Unit.QUARTER else str(p.value) for p in marked if p.unit is unit]
    return f"{unit} {', '.join(values)}"
