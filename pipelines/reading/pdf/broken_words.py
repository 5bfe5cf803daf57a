"""Words that a narrow cell broke between two letters, told from lines that end where a word ends.

A word wider than its cell starts on a line of its own, fills it to the last letter that fits and goes on below. So
does, by chance, a short word that fills its line. A space printed at the end of a line settles it, and so does a space
that had room and is missing, in files that print them; otherwise the letters do: 'triệ' and 'u' make a syllable,
'Ghi' and 'chú' are two.
"""

from __future__ import annotations

import re

from pipelines.reading.pdf.lines import Line
from pipelines.text.syllables import is_syllable

# In ems: from this room on a space would have been printed; a letter is this much wider than the mean of its word.
_ROOM_FOR_SPACE = 0.3
_WIDE_LETTER = 1.4
_WIDEST_LETTER = 0.8

_LAST_LETTERS = re.compile(r"[^\W\d_]*$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]*")
_ORDINAL_PARTS = (
    (re.compile(r"(?:\d{1,3}\.)+"), re.compile(r"\d{1,3}(?:\.\d{0,3})*[.)]?")),
    (re.compile(r"[IVXLC]+"), re.compile(r"[IVXLC]+[.)]?")),
)
# No word starts with one of these.
_INNER = re.compile(r"[,.;:)\]%&/]")
# A number or date that goes on; a hyphen or the like inside a name.
_NUMBER = (re.compile(r"\d$"), re.compile(r"\d"))
_AT_HYPHEN = re.compile(r"\w[-–]$")
_AT_JOINER = re.compile(r"\w[&/]$")
_ABBREVIATIONS = frozenset((
    "UBND", "HĐND", "HDND", "UBMTTQ", "UBMTTQVN", "MTTQ", "MTTQVN", "CCHC", "TTHC", "DVC", "DVCTT", "PVHCC",
    "TTPVHCC", "HCC", "VHXH", "TT", "STT", "VP", "QĐ", "KH", "CBCC", "CBCCVC", "CCVC", "CNTT", "CĐS", "QPPL",
    "VBQPPL", "TDTT", "BCĐ", "BCH", "TW", "ĐVT", "NSNN", "KTXH", "KT", "XH",
))  # fmt: skip


def is_broken_word(before: str, last: Line, line: Line, room: float, prints_spaces: bool) -> bool:
    """Does the first word of `line` go on from `before`, the last word so far, which ends the line `last`?

    `room` is the free width at the end of `last` in points; `prints_spaces`: the table's lines end in printed spaces
    where there is room for one.
    """
    if last.ends_in_space:
        return False
    after = line.words[0].text
    is_sure = prints_spaces and room >= _ROOM_FOR_SPACE * last.size
    if is_sure and _AT_HYPHEN.search(before):
        return True
    if len(last.words) > 1 or room >= _first_letter_width(line):
        return False
    if line.text == "-" and prints_spaces and not line.ends_in_space:
        # The hyphen of a name that fills more lines; a dash has its space.
        return before[-1].isalpha()
    if _INNER.match(after) or _AT_JOINER.search(before) or _makes_ordinal(before, after):
        return True
    head, tail = _LAST_LETTERS.search(before), _FIRST_LETTERS.match(after)
    first, rest = head.group() if head else "", tail.group() if tail else ""
    if not first or not rest:
        return is_sure and bool(_NUMBER[0].search(before)) == bool(_NUMBER[1].match(after))
    return _makes_word(first, rest, is_sure)


def _first_letter_width(line: Line) -> float:
    """At most, in points; only the width of the whole word is known."""
    word = line.words[0]
    if len(word.text) == 1:
        return line.first_word_width + 0.25
    return min(_WIDE_LETTER * line.first_word_width / len(word.text), _WIDEST_LETTER * line.size)


def _makes_ordinal(before: str, after: str) -> bool:
    return any(head.fullmatch(before) and tail.fullmatch(after) for head, tail in _ORDINAL_PARTS)


def _makes_word(first: str, rest: str, is_sure: bool) -> bool:
    if first[-1].islower() and rest[0].isupper():
        return False
    if first.isupper() and len(first) > 1 and rest[0].islower():
        return False
    if _is_word(first + rest):
        return True
    if is_sure:
        return not (_is_word(first) and _is_word(rest))
    return not _is_word(first) and not _is_word(rest)


def _is_word(letters: str) -> bool:
    return letters in _ABBREVIATIONS or is_syllable(letters)


def prints_line_end_spaces(lines: list[Line]) -> bool:
    """Does one of the lines of a cell, but the last, end in a printed space?"""
    return any(line.ends_in_space for line in lines[:-1])
