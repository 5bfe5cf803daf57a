"""Web pages typed in fonts older than Unicode (.VnTime, VNI-Times), made to hold the letters they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from pipelines.text.legacy_detection import detect_encoding, has_only_legacy_letters, marked_words
from pipelines.text.legacy_encoding import LegacyFont, legacy_font

_FONT_FAMILY = re.compile(r"font(?:-family)?\s*:\s*(?:[^;]*?\s)?(?P<name>[\"']?[^;,\"']+)", re.IGNORECASE)
# A rule of a style sheet: selectors and declarations. Office programs write 'p.MsoNormal, li.MsoNormal {...}'.
_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<declarations>[^{}]*)\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """The text in front of an element's children, or the one behind the element, and the font it is shown in."""

    element: etree._Element
    part: Literal["text", "tail"]
    font: LegacyFont | None

    @property
    def content(self) -> str:
        return getattr(self.element, self.part) or ""

    def convert(self, font: LegacyFont) -> None:
        setattr(self.element, self.part, font.to_unicode(self.content))


def show_legacy_fonts(root: etree._Element) -> None:
    """Convert, in place, the texts shown in legacy fonts; without such fonts the whole page where its words tell."""
    texts = [text for text in _texts(root, None, _style_sheet_fonts(root)) if text.content.strip()]
    in_legacy_fonts = [(text, text.font) for text in texts if text.font is not None]
    if in_legacy_fonts and has_only_legacy_letters(marked_words(" ".join(text.content for text, _ in in_legacy_fonts))):
        for text, font in in_legacy_fonts:
            text.convert(font)
        return
    encoding = detect_encoding(" ".join(text.content for text in texts))
    if encoding is not None:
        for text in texts:
            text.convert(LegacyFont(encoding))


def _texts(root: etree._Element, font: LegacyFont | None, rules: dict[str, LegacyFont | None]) -> Iterator[_Text]:
    """Every text of the page. Not recursive: damaged pages nest without end."""
    pending: list[tuple[etree._Element, LegacyFont | None]] = [(root, font)]
    while pending:
        element, outer = pending.pop()
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        own = _font(element, outer, rules)
        yield _Text(element, "text", own)
        for child in element:
            yield _Text(child, "tail", own)
            pending.append((child, own))


def _font(
    element: etree._Element, inherited: LegacyFont | None, rules: dict[str, LegacyFont | None]
) -> LegacyFont | None:
    """The legacy font of an element: by its style, its `face`, the page's style sheet, else the one around it."""
    named = _FONT_FAMILY.search(element.get("style") or "")
    name = named.group("name") if named else element.get("face")
    if name is not None:
        return legacy_font(name.split(",")[0])
    tag = str(element.tag).lower()
    for key in [f"{tag}.{name}" for name in (element.get("class") or "").split()] + [tag]:
        if key in rules:
            return rules[key]
    return inherited


def _style_sheet_fonts(root: etree._Element) -> dict[str, LegacyFont | None]:
    """Fonts of the page's style sheets by simple selector: 'p', 'p.MsoNormal'."""
    fonts: dict[str, LegacyFont | None] = {}
    for sheet in root.iter("style"):
        for rule in _RULE.finditer(sheet.text or ""):
            named = _FONT_FAMILY.search(rule.group("declarations"))
            if named is None:
                continue
            for selector in rule.group("selectors").split(","):
                if _SELECTOR.fullmatch(selector.strip()):
                    fonts[selector.strip()] = legacy_font(named.group("name"))
    return fonts
