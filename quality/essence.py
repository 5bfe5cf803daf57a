"""What a sentence of a plan is about: its words without those that every task has."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"20\d\d")
_COMMON_WORDS = """
    tổ chức thực hiện xây dựng triển khai ban hành hiệu quả có tiếp tục năm và các việc của về theo tham mưu ubnd xã tốt
    nghiêm túc được đẩy mạnh tăng cường
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def essence(text: str) -> str:
    """The telling words in their order, in small letters, parted by spaces; single letters are none, digits are."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return " ".join(
        word
        for word in words
        if (len(word) > 1 or word.isdigit()) and word not in _COMMON and not _YEAR.fullmatch(word)
    )
