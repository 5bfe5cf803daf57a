"""Joining lines that a page or a cell wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipelines.text.normalise import clean

# 'NĐ-' + 'CP', '57-' + 'NQ/TW': a wrap at a hyphen inside a document number; a plain dash has a space before it.
_BROKEN_AT_HYPHEN = re.compile(r"[\w/]-$")
_CODE_START = re.compile(r"[A-ZĐ0-9]")
_NUMBER_BEFORE = re.compile(r"\d[/.]$")
_SLASH_BEFORE = re.compile(r"\d/$|/[A-ZĐ]{1,6}-?$")


def join_wrapped(lines: Iterable[str]) -> str:
    """Wrapped lines as one text: one space between them, none where a wrap cut a token at a hyphen or in a number."""
    joined = ""
    for raw in lines:
        line = clean(raw)
        if not line:
            continue
        if not joined:
            joined = line
        elif _cut_token(joined, line):
            joined += line
        else:
            joined += " " + line
    return joined


def _cut_token(before: str, after: str) -> bool:
    if _BROKEN_AT_HYPHEN.search(before):
        token = before.rsplit(" ", 1)[-1]
        is_code = bool(re.search(r"[/\d]|^[A-ZĐ]{2,}-$", token))
        return is_code and bool(_CODE_START.match(after))
    if _NUMBER_BEFORE.search(before):
        return before[-1] == "/" and bool(re.match(r"[\dA-ZĐ]", after))
    return bool(re.search(r"\d$", before) and re.match(r"/\d", after))
