"""Great Expectations' Data Docs made safe to open: nothing in them loads from another host.

Their pages ask eight outside hosts for style sheets, scripts and fonts. A content security policy forbids all of it,
the elements that would ask are taken out, and a few lines of style keep the pages readable.
"""

from __future__ import annotations

import re
from pathlib import Path

_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:76rem;padding:0 1rem;color:#1d2733}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #c9d2dc;padding:.3rem .5rem;vertical-align:top}
ul{padding-left:1.2rem}.collapse{display:block}img{max-height:2rem}
"""
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_STYLE}</style>'
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_OUTSIDE_ELEMENT = re.compile(r"""<(?:link|img|iframe)\b[^>]*\b(?:href|src)=["']?(?:https?:)?//[^>]*>""", re.IGNORECASE)
_OUTSIDE_CSS = re.compile(r"""@import[^;]*//[^;]*;|url\(\s*["']?(?:https?:)?//[^)]*\)""", re.IGNORECASE)
_OUTSIDE_LINK = re.compile(r"""\bhref=["'](?:https?:)?//[^"']*["']""", re.IGNORECASE)
_HEAD_TAG = re.compile(r"<head[^>]*>", re.IGNORECASE)


def seal(folder: Path) -> None:
    """Rewrites every page and style sheet under `folder` so that it needs and reaches no other host."""
    for page in sorted(folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        for pattern in (_SCRIPT, _OUTSIDE_ELEMENT, _OUTSIDE_CSS, _OUTSIDE_LINK):
            html = pattern.sub("", html)
        html = _HEAD_TAG.sub(lambda found: found.group() + _HEAD, html, count=1)
        page.write_text(html, encoding="utf-8")
    for sheet in sorted(folder.rglob("*.css")):
        sheet.write_text(_OUTSIDE_CSS.sub("", sheet.read_text(encoding="utf-8")), encoding="utf-8")
