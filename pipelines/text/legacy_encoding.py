"""Vietnamese typed in the fonts of the time before Unicode: TCVN 5712:1993 (VN3, 'ABC') and VNI for Windows.

Such a text holds the Latin-1 characters of its byte values and looks right only in its own fonts: 'KÕ ho¹ch' in
.VnTime and 'Keá hoaïch' in VNI-Times are both 'Kế hoạch'. The capitals of TCVN3 with marks stand in fonts of their own
(.VnTimeH), which print small letters as capitals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

LegacyEncoding = Literal["tcvn3", "vni"]

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


# Byte values of the tones à ả ã á ạ of each vowel.
_TCVN3_TONES = {
    "a": (0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
_TCVN3_LETTERS = dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True))
_TCVN3 = _TCVN3_LETTERS | {
    code: _composed(vowel, tone)
    for vowel, codes in _TCVN3_TONES.items()
    for code, tone in zip(codes, (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True)
}

# VNI writes most vowels as a base letter and a mark after it; in small letters here.
_VNI_TONES = dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_CIRCUMFLEX = dict(zip("áàåãä", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)) | {"â": ""}
_VNI_BREVE = dict(zip("éèúüë", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)) | {"ê": ""}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIRS = (
    {
        base + mark: _composed(_VNI_SINGLE.get(base, base), tone)
        for base in "aeouyôö"
        for mark, tone in _VNI_TONES.items()
    }
    | {
        base + mark: _composed(letter, tone)
        for base, letter in zip("aeo", "âêô", strict=True)
        for mark, tone in _VNI_CIRCUMFLEX.items()
    }
    | {"a" + mark: _composed("ă", tone) for mark, tone in _VNI_BREVE.items()}
)
_VNI = _VNI_PAIRS | _VNI_SINGLE
_VNI_PATTERN = re.compile("|".join([*_VNI_PAIRS, *_VNI_SINGLE]), re.IGNORECASE)

# Symbol fonts stand in the private area, at U+F000 above their byte values.
_FROM_PRIVATE_AREA = {0xF000 + code: code for code in range(0x20, 0x100)}

# 'ABCDEF+.VnTimeH,Bold' in a PDF, '.vntime' in a style sheet.
_FONT = re.compile(r"^(?:[A-Z]{6}\+)?(?P<name>\.vn.*|(?-i:Vn[A-Z].*)|vni[- ].*)$", re.IGNORECASE)
_FONT_STYLE = re.compile(r"[-, ]*(?:bold|italic|oblique|regular|mt)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """The encoding a font shows; `capitals` for a font that prints small letters as capitals."""

    encoding: LegacyEncoding
    capitals: bool = False

    def to_unicode(self, text: str) -> str:
        converted = to_unicode(text, self.encoding)
        return converted.upper() if self.capitals else converted


def legacy_font(name: str | None) -> LegacyFont | None:
    """What a font's name says of its encoding; None for a Unicode font."""
    found = _FONT.match((name or "").strip().strip("'\""))
    if found is None:
        return None
    family = _FONT_STYLE.sub("", found.group("name"))
    if family.lower().startswith("vni"):
        return LegacyFont("vni")
    capitals = family.endswith("H") or (family.islower() and family.endswith("h"))
    return LegacyFont("tcvn3", capitals)


def to_unicode(text: str, encoding: LegacyEncoding) -> str:
    """The text in Unicode, NFC. Characters that the encoding has no letter for stay as they are."""
    text = text.translate(_FROM_PRIVATE_AREA)
    if encoding == "tcvn3":
        return text.translate(_TCVN3)
    return _VNI_PATTERN.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    letter = _VNI[found.group().lower()]
    return letter.upper() if found.group()[0].isupper() else letter
