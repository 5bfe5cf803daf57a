"""Markers that open headings and list items in Vietnamese official documents.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: Phần/Chương, roman numerals, arabic numerals, lettered points, dashes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from pipelines.text.letters import UPPER


class Level(IntEnum):
    """Rank of a marker, outermost first. A document uses some of them, always in this order."""

    ROMAN = 1  # I. II)
    UPPER = 2  # A. B.
    NUMBER = 3  # 1. 2)
    SUBNUMBER = 4  # 1.1. 3.2
    LETTER = 5  # a) đ)
    PARENTHESIS = 6  # (1) (a)
    DASH = 7  # -
    PLUS = 8  # + *


@dataclass(frozen=True, slots=True)
class Marker:
    """`printed` as it stands in the text ('1.', 'a)', '-'); `value` without its punctuation; `depth` of 1.2.3 is 3."""

    printed: str
    value: str
    level: Level
    depth: int = 1


_PATTERNS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.SUBNUMBER, re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[.)]?(?=\s|[^\W\d])")),
    # 'I.', 'I)', 'I/' but not 'V/v'; 'I - MỤC TIÊU' with a dash only over words in capitals.
    (
        Level.ROMAN,
        re.compile(rf"([IVX]{{1,6}})(?:[.)/](?!v\b)(?=\s|[^\W\d])|\s?[-–](?=\s?[{UPPER}]{{2,}}\s[{UPPER}]))"),
    ),
    (Level.UPPER, re.compile(r"([A-HĐ])[.)](?=\s)")),
    (Level.NUMBER, re.compile(rf"(\d{{1,2}})(?:[.)](?=\s|[^\W\d])|/(?=\s[{UPPER}]))")),
    (Level.LETTER, re.compile(rf"([a-zđ])(?:[.)](?=\s|[^\W\d])|/(?=\s[{UPPER}]))")),
    (Level.PARENTHESIS, re.compile(r"\((\d{1,2}|[a-zđ])\)")),
    (Level.DASH, re.compile(r"([-–—−])(?=\s?\S)")),
    (Level.PLUS, re.compile(r"([+*•●▪○])(?=\s?\S)")),
)


def split_marker(text: str) -> tuple[Marker | None, str]:
    """The marker a paragraph opens with, and the rest of it."""
    stripped = text.lstrip()
    for level, pattern in _PATTERNS:
        found = pattern.match(stripped)
        if found:
            value = found.group(1)
            return Marker(found.group(), value, level, value.count(".") + 1), stripped[found.end() :].strip()
    return None, stripped
