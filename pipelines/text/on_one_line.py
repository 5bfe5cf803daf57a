"""Names that come from outside, made safe to print: nothing in them ends a line or steers a terminal."""

from __future__ import annotations

import re

_ASCII = re.compile(r"[\x00-\x1f\x7f]")
# C1 controls, line and paragraph separators, and the marks that turn the direction of writing.
_OTHERS = re.compile(r"[\x80-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def on_one_line(text: str) -> str:
    """ASCII controls as their pictures ('a\\nb' is 'a␊b'), so that two names stay two; the rest of them as '�'."""
    return _OTHERS.sub("�", _ASCII.sub(_picture, text))


def _picture(control: re.Match[str]) -> str:
    code = ord(control.group())
    return chr(0x2421 if code == 0x7F else 0x2400 + code)
