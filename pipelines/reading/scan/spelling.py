"""Marks that recognition confuses (tố chức, kiếm tra, thuôc) set right by the compounds of administrative writing.

Recognition gets the letters of Vietnamese nearly always and its marks mostly: a hook read as an acute, a dot below
lost. A pair of neighbouring syllables that is no known compound, but whose letters are those of exactly one, is that
compound. `compounds.txt` lists them, one a line; neighbours within a line make the known pairs, so phrases may stand
in it as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pipelines.text.normalise import clean, fold, match_key

_SYLLABLE = re.compile(r"^([^\w]*)([^\W\d_]+)([^\w]*)$")
_QUARTER = re.compile(r"^([I1l|!HV]{1,3})([,;.]?|/.*)$")
_QUARTERS = ("I", "II", "III", "IV")
_STROKES = re.compile(r"([IVX|l!ỊÍÌ]{2,5})(\.?)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What abbreviations of administrative writing are read as.
_ABBREVIATIONS = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (r"[—–-]{2,}", "–"),
        (r"Ð", "Đ"),
        (r"\bH[DĐ]+ND", "HĐND"),
        (r"^(\W*)[TLIl1|']{2,4}(?=HC\b|PVHCC\b)", r"\1TT"),
        # an i with a dot below looks like a bracket, an ế like the sign of the euro
        (r"(?<=ị)\](?=\W*$)", ""),
        (r"(?<=[bcdđghklmnprstvxBCDĐGHKLMNPRSTVX])\](?=[^\W\d_]*\W*$)", "ị"),
        (r"(?<=[tT])€(?=\W*$)", "ế"),
        (r"(?<=/)ND-CP\b", "NĐ-CP"),
        (r"(?<=/)QD-(?=[A-ZĐ])", "QĐ-"),
    )
)
# They stand beside any syllable, so that what they make with it is no compound.
_FUNCTION_WORDS = frozenset(
    (
        "trong",
        "của",
        "về",
        "có",
        "cho",
        "từ",
        "tại",
        "và",
        "các",
        "được",
        "theo",
        "khi",
        "do",
        "để",
        "ở",
        "với",
        "trên",
        "là",
        "đã",
        "qua",
    )
)
# A cell with nothing but one of these holds the number 1.
_ONE = frozenset("|l!")
# Recognition this sure of both syllables is believed even where the pair is not a known compound.
_SURE = 0.99


@cache
def _compounds() -> tuple[frozenset[tuple[str, str]], dict[tuple[str, str], set[tuple[str, str]]]]:
    """Known pairs, and the known pairs of each pair of syllables without marks."""
    phrases = files(__package__).joinpath("compounds.txt").read_text(encoding="utf-8").splitlines()
    known = frozenset(pair for phrase in phrases for pair in pairwise(match_key(phrase).split()))
    by_letters: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for first, second in known:
        by_letters[fold(first), fold(second)].add((first, second))
    return known, dict(by_letters)


def mend(words: list[str], confidences: list[float]) -> list[str]:
    """The words of one recognised region with their marks set right; nothing but marks and stray capitals changes."""
    known, by_letters = _compounds()
    if len(words) == 1 and words[0].strip(".") in _ONE:
        return ["1" + words[0][1:]]
    mended = _roman_quarters([_even_case(_abbreviation(clean(word))) for word in words])
    parts = [_SYLLABLE.match(word) for word in mended]
    keys = [match_key(part.group(2)) if part else "" for part in parts]
    for index, (first, second) in enumerate(pairwise(parts)):
        if not first or not second or first.group(3) or second.group(1) or _is_name(first.group(2), second.group(2)):
            continue
        pair = keys[index], keys[index + 1]
        if pair in known or min(confidences[index : index + 2]) >= _SURE:
            continue
        candidates = by_letters.get((fold(pair[0]), fold(pair[1])), set())
        if len(candidates) != 1:
            continue
        ((right_first, right_second),) = candidates
        before, after = keys[index - 1 : index], keys[index + 2 : index + 3]
        # A syllable that makes a known pair with its other neighbour is right as it is.
        if right_first != pair[0] and (pair[0] in _FUNCTION_WORDS or (*before, pair[0]) in known):
            continue
        if right_second != pair[1] and (pair[1] in _FUNCTION_WORDS or (pair[1], *after) in known):
            continue
        mended[index] = first.group(1) + _in_case_of(first.group(2), pair[0], right_first)
        mended[index + 1] = _in_case_of(second.group(2), pair[1], right_second) + second.group(3)
        keys[index : index + 2] = right_first, right_second
        parts[index + 1] = _SYLLABLE.match(mended[index + 1])
    return mended


def _is_name(first: str, second: str) -> bool:
    """Names of people and places are made of any syllables."""
    return first.istitle() and second.istitle()


def roman_numeral(words: Sequence[str]) -> str | None:
    """The roman numeral that a cell of nothing but its strokes holds ('V |' is VI), None for any other cell."""
    found = _STROKES.fullmatch("".join(words))
    if not found:
        return None
    numeral = re.sub(r"[|l!ỊÍÌ]", "I", found.group(1))
    return numeral + found.group(2) if numeral in _ROMAN and numeral != "I" else None


def _abbreviation(word: str) -> str:
    for pattern, right in _ABBREVIATIONS:
        word = pattern.sub(right, word)
    return word


def _roman_quarters(words: list[str]) -> list[str]:
    """Quarters after 'Quý': strokes read as 1, l, H or | are the I of a roman numeral."""
    mended, in_quarters = [], False
    for word in words:
        found = _QUARTER.match(word) if in_quarters else None
        if found:
            strokes = re.sub(r"[1l|!]", "I", found.group(1))
            readings = (strokes, strokes.replace("H", "II"), strokes.replace("H", "I"))
            word = next((numeral for numeral in readings if numeral in _QUARTERS), found.group(1)) + found.group(2)
        in_quarters = match_key(word) == "quý" or bool(found) or (in_quarters and word in ("và", "-"))
        mended.append(word)
    return mended


def _in_case_of(printed: str, key: str, right: str) -> str:
    """The right spelling in the case of the printed one; printed as it is where only the tone mark's place differs."""
    if key == right or len(printed) != len(right):
        return printed
    return "".join(new.upper() if old.isupper() else new for old, new in zip(printed, right, strict=True))


def _even_case(word: str) -> str:
    """A stray capital inside a word in small letters ('nỘi') made small."""
    found = _SYLLABLE.match(word)
    if not found or len(found.group(2)) < 2:
        return word
    letters = found.group(2)
    if len(letters) == 2:
        return found.group(1) + letters.lower() + found.group(3) if letters[0].islower() else word
    inner = letters[1:]
    capitals = sum(c.isupper() for c in inner)
    if not capitals or (letters[0].isupper() and capitals > len(inner) / 3) or capitals == len(inner) > 2:
        return word
    return found.group(1) + letters[0] + inner.lower() + found.group(3)
