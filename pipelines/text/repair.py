"""Repair of letters that a document's fonts lost or swapped, for matching; verbatim text is never replaced by it.

Two kinds of damage are known from issued plans: a subset font without the capital V, which leaves a blank or nothing
('ăn phòng', 'D C', 'CBCC C'), and look-alike letters of another script or a plain D for Đ in document numbers.
Each pattern names words that cannot be read otherwise, so sound text comes back unchanged.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.text.normalise import LOOKALIKES

# Rest of a word after its lost capital V, and the words that prove it when they follow.
_LOST_CAPITAL: dict[str, tuple[str, ...]] = {
    "ăn": ("phòng", "bản", "hoá", "hóa", "hoà", "hòa", "kiện", "thư", "nghệ", "minh"),
    "iên": ("chức", "chúc"),
    "iện": ("kiểm", "trưởng", "nghiên", "khoa"),
    "iệt": ("Nam",),
    "ùng": ("kinh tế", "nông thôn", "sâu", "đồng bào"),
    "ụ": ("trưởng", "Cải cách", "Tổ chức", "Pháp chế"),
    "ề": ("việc",),
    "ũng": ("Tàu", "Liêm", "Áng"),
    "ĩnh": ("Long", "Phúc", "Linh", "Thuận", "Thủy", "Thuỷ", "Tường", "Yên", "Lộc", "Bảo", "Hưng", "Châu"),
}
# Abbreviations as printed without their V. A space stands where the letter was, or nothing at a word's end.
_LOST_IN_ABBREVIATION: tuple[tuple[str, str], ...] = (
    (r"\bD C(?=TT\b|\b)", "DVC"),
    (r"\bCBCC C\b", "CBCCVC"),
    (r"\bCBC C\b", "CBCVC"),
    (r"\bCC C\b(?=[,;.]|\s+(?:và|xã|thuộc|cấp|phường|của)\b|$)", "CCVC"),
    (r"\bQL B\b", "QLVB"),
    (r"\bHSC\b(?!-)", "HSCV"),
    (r"(?<![\w-])BQPPL\b", "VBQPPL"),
    (r"(?<![\w.-])NeID\b", "VNeID"),
    (r"(?<![\w.-])NPT\b", "VNPT"),
    (r"(?<![\w.-])iettel\b", "Viettel"),
    (r"(?<![\w-])H ?- ?XH\b", "VH-XH"),
    (r"\b([Cc]hánh) P\b", r"\1 VP"),
    (r"(?<![\w.])P(?= (?:HĐND|UBND|HDND))", "VP"),
    (r"\b(lý|số|tạo|gửi|nhận|ký|soạn) B(?= (?:và|đi|đến|điện|giấy|chỉ|trên)\b)", r"\1 VB"),
)
_LOST_STROKE: tuple[tuple[str, str], ...] = (
    (r"(?<=/)N[ÐD](?=-\s?CP\b)", "NĐ"),
    (r"(?<=/)Q[ÐD](?=-\s?[A-ZĐ])", "QĐ"),
    (r"\bN[ÐD](?=-\s?CP\b)", "NĐ"),
    (r"\bH[ÐD]ND\b", "HĐND"),
)
_WORD_OF_ANY_SCRIPT = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")


def _compile() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules: list[tuple[re.Pattern[str], str]] = []
    for rest, followers in _LOST_CAPITAL.items():
        proof = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in followers)
        rules.append((re.compile(rf"(?<!\w){rest}(?=\s(?:{proof})(?!\w))"), f"V{rest}"))
    rules.extend((re.compile(pattern), replacement) for pattern, replacement in _LOST_IN_ABBREVIATION + _LOST_STROKE)
    return tuple(rules)


_RULES = _compile()


@lru_cache(maxsize=50_000)
def repair(text: str) -> str:
    """The text with lost capitals V, look-alike letters and lost strokes of Đ put right; otherwise as it is.

    >>> repair("ăn phòng HDND, Nghị định số 118/2025/ND-CP")
    'Văn phòng HĐND, Nghị định số 118/2025/NĐ-CP'
    """
    repaired = _latin(text)
    for pattern, replacement in _RULES:
        repaired = pattern.sub(replacement, repaired)
    return repaired


def _latin(text: str) -> str:
    """Words written wholly or partly in look-alike letters, in Latin ones; words truly of another script stay."""
    if not _FOREIGN.search(text):
        return text
    return _WORD_OF_ANY_SCRIPT.sub(_latin_word, text)


def _latin_word(found: re.Match[str]) -> str:
    word = found.group()
    translated = word.translate(LOOKALIKES)
    return word if _FOREIGN.search(translated) else translated
