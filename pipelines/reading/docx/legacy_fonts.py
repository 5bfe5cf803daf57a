"""Runs typed in fonts older than Unicode (.VnTime, VNI-Times), printed as what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipelines.reading.docx.styles import Styles
from pipelines.reading.docx.vocabulary import w
from pipelines.text.legacy_detection import has_only_legacy_letters, marked_words
from pipelines.text.legacy_encoding import LegacyFont, legacy_font


@dataclass(frozen=True, slots=True)
class LegacyFonts:
    """Which runs of a document to convert. `in_use` is False for a document that only names such fonts.

    An old template may keep .VnTime as its font while everything in it was typed in Unicode.
    """

    styles: Styles
    in_use: bool

    @classmethod
    def parse(cls, root: etree._Element, styles: Styles) -> LegacyFonts:
        named = any(_is_legacy(font) for part in (root, *styles.by_id.values()) for font in part.iter(w("rFonts")))
        default = styles.default_run_properties
        named = named or (default is not None and any(_is_legacy(font) for font in default.iter(w("rFonts"))))
        in_use = named and has_only_legacy_letters(marked_words(" ".join(_legacy_texts(root, styles))))
        return cls(styles, in_use)

    def of(self, run: etree._Element, paragraph: etree._Element | None) -> LegacyFont | None:
        """The legacy font a run in a paragraph with some properties is printed in."""
        return legacy_font(self.styles.run_font(run, paragraph)) if self.in_use else None


def _is_legacy(fonts: etree._Element) -> bool:
    return legacy_font(fonts.get(w("hAnsi")) or fonts.get(w("ascii"))) is not None


def _legacy_texts(root: etree._Element, styles: Styles) -> Iterator[str]:
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        for run in paragraph.iterchildren(w("r")):
            if legacy_font(styles.run_font(run, properties)) is not None:
                yield "".join(text.text or "" for text in run.iterchildren(w("t")))
