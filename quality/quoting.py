"""What a rule about wording quotes: the words that break it, with a few of their neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from quality.rule import ExpectationRule

FOUND = "found"
_REGEX_EXPECTATION = "ExpectColumnValuesToNotMatchRegex"
_NEIGHBOURS = 25


def columns_added_to(rule: ExpectationRule) -> set[str]:
    """The columns that templates of `rule` may name beside those of its frame."""
    return {FOUND} if rule.check.expectation == _REGEX_EXPECTATION else set()


def with_found_words(rule: ExpectationRule, row: Mapping[str, Any]) -> dict[str, Any]:
    """`row`, for a rule about wording with the offending words as column `found`."""
    if rule.check.expectation != _REGEX_EXPECTATION:
        return dict(row)
    text = str(row[rule.check.arguments["column"]])
    match = re.search(rule.check.arguments["regex"], text)
    return {**row, FOUND: _quoted(text, *match.span()) if match else text}


def _quoted(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` with whole neighbouring words, dots where the text goes on."""
    left = text.rfind(" ", 0, max(start - _NEIGHBOURS, 0)) + 1 if start > _NEIGHBOURS else 0
    right = text.find(" ", min(end + _NEIGHBOURS, len(text)))
    right = len(text) if right < 0 else right
    return f"{'…' if left else ''}{text[left:right].strip()}{'…' if right < len(text) else ''}"
