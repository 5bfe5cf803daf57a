"""Text typed before Unicode: every letter converted, and Unicode text never touched."""

from __future__ import annotations

import unicodedata

import pytest

from pipelines.text.legacy_detection import decode_legacy, detect_encoding
from pipelines.text.legacy_encoding import LegacyFont, legacy_font, to_unicode
from pipelines.text.syllables import is_syllable

# Every Vietnamese letter with each of its tones, in the order of the TCVN3 and VNI strings below.
LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3 = "¨©®ª«¬\xadµ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
VNI = (
    "aê aâ ñ eâ oâ ô ö aø aû aõ aù aï aè aú aü aé aë aà aå aã aá aä eø eû eõ eù eï eà eå eã eá eä ì æ ó í ò oø oû oõ où oï "
    "oà oå oã oá oä ôø ôû ôõ ôù ôï uø uû uõ uù uï öø öû öõ öù öï yø yû yõ yù î"
)
PLAN = (
    "Ủy ban nhân dân xã ban hành kế hoạch cải cách hành chính năm 2026, phân công từng phòng chủ trì, theo dõi tiến độ; "
    "Trưởng phòng chịu trách nhiệm trước Chủ tịch về kết quả thực hiện."
)


def encoded(text: str, encoding: str) -> str:
    """Text as it was typed then: the inverse of `to_unicode`, by the tables above."""
    codes = list(TCVN3) if encoding == "tcvn3" else VNI.split()
    table = dict(zip(LETTERS, codes, strict=True))
    capitals = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)) if encoding == "tcvn3" else {}
    upper = {letter.upper(): capitals.get(letter.upper(), code.upper()) for letter, code in table.items()}
    if encoding == "tcvn3":  # capitals with tones were typed as small letters
        upper = {letter: capitals.get(letter, table[letter.lower()]) for letter in upper}
    return "".join(table.get(c) or upper.get(c) or c for c in text)


def test_each_letter_of_tcvn3() -> None:
    assert to_unicode(TCVN3, "tcvn3") == LETTERS
    assert to_unicode("¡¢£¤¥¦§", "tcvn3") == "ĂÂÊÔƠƯĐ"


def test_each_letter_of_vni_in_both_cases() -> None:
    assert to_unicode(VNI, "vni").split() == list(LETTERS)
    assert to_unicode(VNI.upper(), "vni").split() == list(LETTERS.upper())
    assert to_unicode("Aùp duïng", "vni") == "Áp dụng"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_text_comes_back_as_it_was(encoding: str) -> None:
    text = PLAN.replace("Ủ", "U")
    assert to_unicode(encoded(text, encoding), encoding) == text  # type: ignore[arg-type]


def test_symbol_fonts_keep_letters_in_the_private_area() -> None:
    assert to_unicode("K\uf0d5 ho\uf0b9ch", "tcvn3") == "Kế hoạch"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".VnTime", LegacyFont("tcvn3")),
        (".VnTimeH", LegacyFont("tcvn3", capitals=True)),
        ("ABCDEF+.VnArialH,Bold", LegacyFont("tcvn3", capitals=True)),
        (".VnArial Narrow", LegacyFont("tcvn3")),
        ("VnTimeH-BoldItalic", LegacyFont("tcvn3", capitals=True)),
        ("'.vntime'", LegacyFont("tcvn3")),
        ("VNI-Times", LegacyFont("vni")),
        ("VNI Helve", LegacyFont("vni")),
        ("Times New Roman", None),
        ("UVN Bach Dang", None),
        ("", None),
        (None, None),
    ],
)
def test_the_encoding_of_a_font(name: str | None, expected: LegacyFont | None) -> None:
    assert legacy_font(name) == expected


def test_a_font_of_capitals() -> None:
    assert LegacyFont("tcvn3", capitals=True).to_unicode("kÕ ho¹ch") == "KẾ HOẠCH"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_the_encoding_of_a_text(encoding: str) -> None:
    assert detect_encoding(encoded(PLAN, encoding)) == encoding


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        unicodedata.normalize("NFD", PLAN),
        PLAN.upper(),
        "xã và các thôn: hòa, tòa, là, và, cá, có, bà, cô, chú, gì, thì, mà, nhà, hàng, tô, tôn, ôn, ân",
        "Élèves français: à la carte, déjà vu, Noël, garçon, forêt, naïve, rôle, été, où, là, très, être",
        encoded("Kế hoạch năm", "tcvn3"),
        "Only ASCII words here.",
    ],
)
def test_other_texts_are_in_no_old_encoding(text: str) -> None:
    assert detect_encoding(text) is None


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_bytes_of_an_old_text(encoding: str) -> None:
    text = PLAN.replace("Ủ", "U")
    assert decode_legacy(encoded(text, encoding).encode("latin-1")) == text


def test_bytes_of_windows_1258() -> None:
    # Windows-1258 has circumflex, breve, horn and stroke composed, tones as combining marks.
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    pieces = []
    for letter in PLAN:
        parts = unicodedata.normalize("NFD", letter)
        pieces.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)))
        pieces += [c for c in parts if c in tones]
    assert decode_legacy("".join(pieces).encode("cp1258")) == PLAN


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, "déjà vu, garçon, forêt, été, où, très, être, élève, à".encode("cp1252")]
)
def test_other_bytes_are_not_taken_for_vietnamese(data: bytes) -> None:
    assert decode_legacy(data) is None


@pytest.mark.parametrize(
    "word", ["nghiệp", "THUẬN", "Ủy", "uỷ", "giếng", "gì", "quý", "quốc", "khuyến", "đặc", "yếu", "xã"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["chuyªn", "Coäng", "plan", "hoạchs", "các\u0323", "hòach", "bac", "wâ", "trê\u0323\u0301"]
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
