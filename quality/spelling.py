"""Slips of the pen in Vietnamese office texts, found by a list of the terms such texts use (common_terms.txt).

A pair of syllables that is no term, but becomes one when a mark, a letter or a final consonant of one of its syllables
is put right, is taken for that term misspelt. Only pairs are judged: single syllables have too many neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from pipelines.text.normalise import fold, match_key
from pipelines.text.repair import repair

_TERMS = Path(__file__).with_name("common_terms.txt")

# Sound pairs of syllables that only look like a misspelt term, often because a word ends and another begins in them.
# fmt: off
_SOUND = frozenset((
    "có quan", "có chế", "có sở", "có hội", "có cấu", "có chính", "cả nhân", "chi tiêu", "phân bố", "tại chính",
    "phủ hợp", "cộng tác", "cổng tác", "mọi trường", "mỗi trường", "mức tiêu", "phần công", "phần cấp", "phản ảnh",
    "dự liệu", "khen thường", "người dẫn", "hàng chính", "thôn báo", "hủ tục", "quả lý", "của tinh", "công bộ",
    "công bổ", "các bộ", "tự pháp", "đầu mới", "thu tục", "nhân viện", "quản trị", "chủ tích", "cá biệt", "tư chủ",
    "thống tin", "thông tín", "bố cáo", "thanh toàn", "thanh lập", "hoàn thanh", "phân tính", "thi đưa", "cùng cấp",
    "hướng dân", "quan trong", "một của", "có bản", "công thông",
))
# fmt: on
# Slips that the list cannot tell from sound words; a pattern each, with what was meant.
_CONFUSIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meant)
    for pattern, meant in (
        (r"(?<!\w)(?:uỷ|ủy) ban nhân (?!dân)(?:xã|phường|tỉnh|thành|đặc)(?!\w)", "Ủy ban nhân dân"),
        (r"(?<!\w)hết liệu lực(?!\w)", "hết hiệu lực"),
        (r"(?<!\w)dược (?:giao|biết|phân|duyệt|phê|ban|thực|cấp|tiếp|giải|xử|công|đánh)(?!\w)", "được"),
        (r"(?<!\w)để điều kiện(?!\w)", "đủ điều kiện"),
        (r"(?<!\w)hiệu việc(?!\w)", "hiệu quả việc"),
        (r"(?<!\w)hệ thống tin(?! (?:học|nhắn|cậy|tức|bài|báo))(?!\w)", "hệ thống thông tin"),
        (r"(?<!\w)trung (?:dịch vụ|phục vụ|hành chính)(?!\w)", "trung tâm"),
        (r"(?<!hành chính )(?<!dịch vụ )(?<!\w)công thông tin(?!\w)", "cổng thông tin"),
        (r"(?<!\w)trực liên thông(?!\w)", "trục liên thông"),
        (r"(?<!\w)cá nhận(?!\w)", "cá nhân"),
        (r"(?<!\w)của tinh(?=[,;.]|$| (?:và|về|trong|đến|tại)(?!\w))", "của tỉnh"),
        (r"(?<!\w)txã(?!\w)", "xã"),
        (r"tổ chức chính trị xã(?! hội)(?!\w)", "tổ chức chính trị - xã hội"),
        (r"một số tiêu(?! chí| chuẩn| cực)(?!\w)", "một số chỉ tiêu"),
        (r"(?<!\w)sử lý (?!dụng)", "xử lý"),
        (r"(?<!\w)xát nhập(?!\w)|(?<!\w)sát nhập(?!\w)", "sáp nhập"),
        (r"(?<!\w)cũng cố(?!\w)", "củng cố"),
        (r"(?<!\w)chẩn chỉnh(?!\w)", "chấn chỉnh"),
        (r"(?<!\w)bổ xung(?!\w)", "bổ sung"),
        (r"(?<!\w)xúc tích(?!\w)", "súc tích"),
        (r"(?<!\w)sơ xuất(?!\w)", "sơ suất"),
        (r"(?<!\w)thăm quan(?!\w)", "tham quan"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[^\w\s]|\d|_")
_NASALS = ("ng", "nh", "m", "n")
_STOPS = ("ch", "c", "t", "p")
_LETTERS_TO_LOSE_ONE = 4
_PHRASE_LENGTH = 9
_WORDS_BETWEEN = 3
_DOUBLED = re.compile(r"(?<![^\W_])([^\W\d_]{2,}(?: [^\W\d_]+)?) (\1)(?![^\W_])", re.IGNORECASE)
_REDUPLICATED = frozenset(
    ("dần", "luôn", "thường", "từ", "ngày", "người", "nhà", "đời", "mãi", "chung", "xa", "cao", "nghề")
)


@cache
def _terms() -> frozenset[str]:
    lines = _TERMS.read_text(encoding="utf-8").splitlines()
    return frozenset(match_key(line) for line in lines if line.strip() and not line.startswith("#"))


@cache
def _by_letters() -> dict[tuple[str, str], list[str]]:
    """Terms by their two syllables without marks."""
    found: dict[tuple[str, str], list[str]] = {}
    for term in _terms():
        first, second = (fold(syllable) for syllable in term.split(" "))
        found.setdefault((first, second), []).append(term)
    return found


@cache
def _by_slip() -> dict[str, str]:
    """Misspelt pair -> the term, for a lost letter or a final consonant taken for another."""
    slips: dict[str, str] = {}
    for term in sorted(_terms()):
        first, second = term.split(" ")
        slips |= {f"{wrong} {second}": term for wrong in _slips(first)}
        slips |= {f"{first} {wrong}": term for wrong in _slips(second)}
    return {wrong: term for wrong, term in slips.items() if wrong not in _terms() and wrong not in _SOUND}


def _slips(syllable: str) -> Iterator[str]:
    if len(syllable) >= _LETTERS_TO_LOSE_ONE:
        # a lost capital V is damage of the file, told by a rule of its own
        yield from (syllable[:i] + syllable[i + 1 :] for i in range(1 if syllable[0] == "v" else 0, len(syllable)))
    for endings in (_NASALS, _STOPS):
        ending = next((e for e in endings if syllable.endswith(e)), None)
        if ending and len(syllable) > len(ending) + 1:
            yield from (syllable.removesuffix(ending) + other for other in endings if other != ending)


@lru_cache(maxsize=200_000)
def _meant(pair: str) -> str | None:
    """The term a pair of syllables misspells, None for a sound pair."""
    key = match_key(pair)
    if key in _terms() or key in _SOUND:
        return None
    first, second = key.split(" ")
    for term in _by_letters().get((fold(first), fold(second)), ()):
        right_first, right_second = term.split(" ")
        if (first == right_first) != (second == right_second):
            return term
    return _by_slip().get(key)


def misspellings(text: str) -> str | None:
    """The misspelt terms of `text` as printed, each with what was most likely meant; None when there is none."""
    found = []
    for part in _SENTENCE.split(text):
        words = ["", *_WORD.findall(part), ""]
        for before, first, second, after in zip(words, words[1:], words[2:-1], words[3:], strict=False):
            if _is_name(first, second) or _is_term(before, first) or _is_term(second, after):
                continue  # a name, or the seam between two words ('cơ quan | trong')
            meant = _meant(f"{first} {second}".lower())
            if meant:
                found.append(f"“{first} {second}” (đúng: {meant})")
    found += [f"“{slip.group()}” (đúng: {meant})" for pattern, meant in _CONFUSIONS for slip in pattern.finditer(text)]
    return "; ".join(dict.fromkeys(found)) or None


def _is_term(first: str, second: str) -> bool:
    return bool(first and second) and match_key(f"{first} {second}") in _terms()


def doubled_words(text: str) -> str | None:
    """Words printed twice in a row by mistake ('được được'), with their neighbours; None when there is none."""
    found = []
    for twice in _DOUBLED.finditer(text):
        if not _is_reduplication(text, twice):
            start = text.rfind(" ", 0, max(twice.start() - 1, 0)) + 1
            end = text.find(" ", twice.end() + 1)
            found.append(f"“{text[start : end if end > 0 else len(text)]}”")
    return "; ".join(dict.fromkeys(found)) or None


def repeated_phrase(text: str) -> str | None:
    """The first long run of words that `text` prints again right behind itself; None when there is none."""
    words = [word.lower() for word in _WORD_OR_NUMBER.findall(text)]
    seen: dict[tuple[str, ...], int] = {}
    for start in range(len(words) - _PHRASE_LENGTH + 1):
        first = seen.setdefault(tuple(words[start : start + _PHRASE_LENGTH]), start)
        length = _common_length(words, first, start)
        if start - first >= _PHRASE_LENGTH and length >= start - first - _WORDS_BETWEEN:
            return " ".join(words[start : start + length])
    return None


def _common_length(words: list[str], first: int, second: int) -> int:
    """How many words are the same from both places on."""
    length = 0
    while second + length < len(words) and words[first + length] == words[second + length]:
        length += 1
    return length


def _is_reduplication(text: str, twice: re.Match[str]) -> bool:
    word, again = twice.group(1), twice.group(2)
    if again[0].isupper() or word.isupper():  # two items of a list run together, or a code
        return True
    if " " in word:
        return word.split(" ")[0].lower() == "từng"
    before = _WORD.findall(text[max(twice.start() - 12, 0) : twice.start()])
    after = re.match(r"\s+([^\W_]+)", text[twice.end() :])
    if word.lower() == "năm":
        return after is None or not after.group(1).isdigit()  # 'năm năm' is five years
    ends = bool(before) and _is_term(before[-1], word)
    begins = after is not None and _is_term(word, after.group(1))
    return word.lower() in _REDUPLICATED or (ends and begins)


def _is_name(first: str, second: str) -> bool:
    """Whether the pair may be part of a proper name or an abbreviation."""
    if first.isupper() and second.isupper():
        return len(first) < 2 or len(second) < 2
    return second[0].isupper() or first.isupper() or second.isupper()


def lost_letters(text: str) -> str | None:
    """Words that lost letters to the file's fonts, each with its repair; None when there is none."""
    repaired = repair(unicodedata.normalize("NFC", text))
    if repaired == text:
        return None
    printed, right = text.split(), repaired.split()
    if len(printed) != len(right):
        return "; ".join(f"“{word}”" for word in right if word not in printed) or None
    return "; ".join(f"“{a}” (đúng: {b})" for a, b in zip(printed, right, strict=True) if a != b) or None
