"""Ordinals of table rows."""

from __future__ import annotations

import re

_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-zĐđ])(?:\.\d{1,3})*[.)]?")


def is_ordinal(text: str) -> bool:
    """'1', '2.1', 'IV.', 'a)', alone."""
    return bool(_ORDINAL.fullmatch(text))
