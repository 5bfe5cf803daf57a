"""Ordinals of rows and of group rows, and how likely one follows another."""

from __future__ import annotations

import re

from pipelines.text.normalise import fold

Ordinal = tuple[int, ...]
_ARABIC = re.compile(r"^\(?(\d{1,3}(?:\.\d{1,2})*)[.)]?$")
_LETTER = re.compile(r"^([a-zđ])[.)]$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def parse_ordinal(text: str) -> Ordinal | None:
    """'2.' is (2,), '2.3' is (2, 3), 'b)' is (0, 2): a letter counts below the last number."""
    found = _ARABIC.match(text)
    if found:
        return tuple(int(part) for part in found.group(1).split("."))
    letter = _LETTER.match(text)
    if letter:
        return (0, ord(fold(letter.group(1))) - ord("a") + 1)
    return None


def placed_after(previous: Ordinal | None, ordinal: Ordinal) -> Ordinal:
    """A letter counts below the number it follows: 'b)' after 'a)' of row 3 is (3, 0, 2), and row 4 comes after it."""
    return (*_numbers(previous or ()), *ordinal) if ordinal[0] == 0 and len(ordinal) > 1 else ordinal


def _numbers(ordinal: Ordinal) -> Ordinal:
    """The ordinal without the letter below it."""
    return ordinal[:-2] if len(ordinal) > 1 and ordinal[-2] == 0 else ordinal


def roman_value(text: str) -> int | None:
    """Value of a roman numeral, None when it is none in its usual spelling."""
    lowered = text.lower()
    if not lowered or any(c not in _ROMAN for c in lowered):
        return None
    values = [_ROMAN[c] for c in lowered]
    total = sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    return total if total <= 30 else None


def sequence_score(previous: Ordinal | None, ordinal: Ordinal, *, after_banner: bool) -> float:
    """How likely `ordinal` counts the row after the one counted `previous`."""
    if ordinal[-1] == 0 and len(ordinal) == 1:
        return -9.0
    first = all(part == 1 for part in ordinal) or (len(ordinal) > 1 and ordinal[-1] == 1)
    if previous is None:
        return 4.0 if first else -1.0
    if after_banner and first:
        return 4.0
    if _follows(previous, ordinal):
        return 4.0
    if first:
        return 1.0 if len(ordinal) > 1 else -3.0
    previous = previous if ordinal != _numbers(ordinal) else _numbers(previous)
    if len(ordinal) == len(previous) and ordinal[:-1] == previous[:-1] and 0 <= ordinal[-1] - previous[-1] <= 2:
        return -3.0
    return -8.0


def _follows(previous: Ordinal, ordinal: Ordinal) -> bool:
    numbers = _numbers(ordinal)
    if numbers != ordinal:
        return ordinal[-1] == (1 if _numbers(previous) == previous else previous[-1] + 1)
    previous = _numbers(previous)
    if not previous:
        return all(part == 1 for part in ordinal)
    if len(ordinal) > len(previous):
        return ordinal[: len(previous)] == previous and all(part == 1 for part in ordinal[len(previous) :])
    depth = len(ordinal)
    return ordinal[:-1] == previous[: depth - 1] and ordinal[-1] == previous[depth - 1] + 1
