"""Is a text in an encoding older than Unicode? Told by whether its words become Vietnamese syllables.

Conservative: a text with letters that only Unicode has, or whose words are syllables as they stand, is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from pipelines.text.legacy_encoding import LegacyEncoding, LegacyFont, to_unicode
from pipelines.text.syllables import is_syllable

Name = TypeVar("Name", bound=str)
# Anything but spaces, digits, ASCII signs, quotes and dashes: legacy letters may be signs to Unicode.
_WORD = re.compile(r"(?:[A-Za-z]|[^\s\x00-\x7f‐-‧])+")
_UNICODE_ONLY = re.compile(r"[ĂăĐđƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_MIN_WORDS = 8
_MIN_SHARE = 0.85  # of converted words that are syllables
_MAX_SHARE_AS_IT_STANDS = 0.5
_MAX_UNICODE_ONLY = 0.02  # share of words: a stray letter pasted into an old text
_MARGIN = 0.2  # ahead of the second best
_ENCODINGS: tuple[LegacyEncoding, ...] = ("tcvn3", "vni")


def detect_encoding(text: str) -> LegacyEncoding | None:
    """The encoding a text was typed in; None for Unicode, for other languages and for too few words to tell."""
    words = marked_words(text)
    if len(words) < _MIN_WORDS or syllable_share(words) > _MAX_SHARE_AS_IT_STANDS:
        return None
    if not has_only_legacy_letters(words):
        return None
    readings: dict[LegacyEncoding, str] = {encoding: to_unicode(" ".join(words), encoding) for encoding in _ENCODINGS}
    return _best(readings)


def decode_legacy(data: bytes) -> str | None:
    """The text of bytes that are no UTF-8, in Windows-1258, TCVN3 or VNI; None where it is Vietnamese in none."""
    western = data.decode("cp1252", "replace")
    readings: dict[str, str] = {encoding: to_unicode(western, encoding) for encoding in _ENCODINGS}
    readings["cp1258"] = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    best = _best(readings)
    return None if best is None else readings[best]


def as_shown(text: str, font: LegacyFont, *, in_doubt: bool) -> str:
    """A short text whose legacy font may be left over from a template, converted where its words ask for it.

    `in_doubt` says whether to convert words that are Vietnamese either way ('x·' is not, 'cã' is).
    """
    words = marked_words(text)
    if any(_UNICODE_ONLY.search(word) for word in words):
        return text
    converted = font.to_unicode(text)
    before, after = syllable_share(words), syllable_share(marked_words(converted))
    return converted if after > before or (after == before and in_doubt) else text


def has_only_legacy_letters(words: list[str]) -> bool:
    """Whether words could have been typed before Unicode; letters that only Unicode has are forgiven a few times."""
    return sum(1 for word in words if _UNICODE_ONLY.search(word)) <= _MAX_UNICODE_ONLY * len(words)


def marked_words(text: str) -> list[str]:
    """Words with a letter or sign beyond ASCII."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def syllable_share(words: list[str]) -> float:
    """The share of words that are Vietnamese syllables; 1 for none."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def _best(readings: Mapping[Name, str]) -> Name | None:
    shares = {
        name: syllable_share(words) if len(words := marked_words(text)) >= _MIN_WORDS else 0.0
        for name, text in readings.items()
    }
    best, *others = sorted(shares, key=lambda name: shares[name], reverse=True)
    ahead = all(shares[best] - shares[other] >= _MARGIN for other in others)
    return best if shares[best] >= _MIN_SHARE and ahead else None
