"""One normal form for comparing Vietnamese text, used by the parsers and, as a SQL function, by dbt."""

from __future__ import annotations

import re
import unicodedata

# Old and new tone-mark placement spell the same syllable (hoà/hòa, uỷ/ủy); a key keeps the new one.
_NEW_PLACE = {
    f"{first}{marked}": f"{first_marked}{second}"
    for first, second, firsts_marked, seconds_marked in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for first_marked, marked in zip(firsts_marked, seconds_marked, strict=True)
}
_OLD_PLACE = {new: old for old, new in _NEW_PLACE.items()}
# After q the u belongs to the consonant: quý is spelt one way only. A closed syllable has its mark on the second
# vowel whatever the style: hoạch, not họach.
_OPEN_SYLLABLE = re.compile(r"(?<!q)(?:" + "|".join(_NEW_PLACE) + r")(?![^\W\d_])")
_CLOSED_SYLLABLE = re.compile(r"(?:" + "|".join(_OLD_PLACE) + r")(?=[^\W\d_])")
_DASHES = re.compile(r"[‐‑‒–—―−­]")
_QUOTES = re.compile(r"[“”„‟\"'’‘`´«»]")
_SPACES = re.compile(r"\s+")

# Letters of other scripts that fonts and keyboards put in place of the Latin ones they look like.
LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅԁасеорухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXIJSdaceopyxijsABEZHIKMNOPTYXo",
)


def clean(text: str) -> str:
    """NFC with every run of white space as one space and none at the ends. The form of all verbatim text."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).replace("​", "").replace("﻿", "")).strip()


def match_key(text: str) -> str:
    """The form in which two spellings of the same words are equal.

    NFC, case folded, look-alike letters made Latin, tone marks in the new place, dashes '-', no quotes, one space.
    Dashes keep no spaces around them; diacritics stay.
    """
    key = unicodedata.normalize("NFC", text).translate(LOOKALIKES).casefold()
    key = _DASHES.sub("-", key)
    key = _QUOTES.sub("", key)
    key = _OPEN_SYLLABLE.sub(lambda found: _NEW_PLACE[found.group()], key)
    key = _CLOSED_SYLLABLE.sub(lambda found: _OLD_PLACE[found.group()], key)
    key = _SPACES.sub(" ", key).strip()
    return re.sub(r"\s*-\s*", "-", key)


def fold(text: str) -> str:
    """`match_key` without diacritics, đ as d: for matching text whose marks were lost."""
    decomposed = unicodedata.normalize("NFD", match_key(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")
