"""Printed width of text in the typeface of official documents, to tell a wrapped line from the end of a cell."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Advance widths of Times New Roman, thousandths of the type size (Nghị định 30/2020/NĐ-CP prescribes the typeface).
_ADVANCES: dict[str, int] = {
    **dict.fromkeys("bdghknopquvxy0123456789đ–", 500),
    **dict.fromkeys("acez“”", 444),
    **dict.fromkeys("ijlt/:;", 278),
    **dict.fromkeys("fr-()[]", 333),
    **dict.fromkeys("., ", 250),
    **dict.fromkeys("ADGHKNOQUVXYĐw", 722),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("ELTZ", 611),
    **dict.fromkeys("FPS", 556),
    "s": 389,
    "m": 778,
    "M": 889,
    "W": 944,
    "I": 333,
    "J": 389,
    "&": 778,
    "%": 833,
    "’": 333,
    "'": 180,
    '"': 408,
}
SPACE = 0.25


@lru_cache(maxsize=100_000)
def width(text: str) -> float:
    """Width in ems (multiples of the type size); marks above and below letters take no room."""
    decomposed = unicodedata.normalize("NFD", text)
    return sum(_ADVANCES.get(c, 500) for c in decomposed if not unicodedata.combining(c)) / 1000
