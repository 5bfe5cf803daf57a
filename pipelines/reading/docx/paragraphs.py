"""The printed text of one Word paragraph, cut at its line breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipelines.reading.docx.legacy_fonts import LegacyFonts
from pipelines.reading.docx.numbering import Numbering
from pipelines.reading.docx.styles import ParagraphFormat, Styles
from pipelines.reading.docx.vocabulary import flat_children, local_name, w
from pipelines.text.legacy_encoding import LegacyFont
from pipelines.text.normalise import clean

_SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class PrintedParagraph:
    """`lines` as broken by the author, the list marker in front of the first. Style flags hold for all of it."""

    lines: list[str]
    format: ParagraphFormat
    bold: bool = False
    italic: bool = False
    text_boxes: list[etree._Element] = field(default_factory=list)
    footnote_ids: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not any(self.lines)


@dataclass(slots=True)
class _Gathered:
    lines: list[str] = field(default_factory=lambda: [""])
    bold: list[bool] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    text_boxes: list[etree._Element] = field(default_factory=list)
    footnote_ids: list[str] = field(default_factory=list)


def print_paragraph(
    element: etree._Element, styles: Styles, numbering: Numbering, legacy_fonts: LegacyFonts
) -> PrintedParagraph:
    """What a `w:p` prints. Counts its list on, so it must be called once a paragraph in document order."""
    properties = element.find(w("pPr"))
    paragraph_format = styles.paragraph_format(properties)
    gathered = _Gathered()
    for run in _runs(element):
        _gather(run, properties, styles, legacy_fonts.of(run, properties), gathered)
    if paragraph_format.numbering is not None:
        marker = numbering.marker(*paragraph_format.numbering)
        gathered.lines[0] = f"{marker} {gathered.lines[0]}"
    return PrintedParagraph(
        lines=[line for line in (clean(text.replace(_SOFT_HYPHEN, "")) for text in gathered.lines) if line],
        format=paragraph_format,
        bold=bool(gathered.bold) and all(gathered.bold),
        italic=bool(gathered.italic) and all(gathered.italic),
        text_boxes=gathered.text_boxes,
        footnote_ids=gathered.footnote_ids,
    )


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in flat_children(element) if local_name(child) == "r")


def _gather(
    run: etree._Element,
    paragraph: etree._Element | None,
    styles: Styles,
    legacy: LegacyFont | None,
    gathered: _Gathered,
) -> None:
    if styles.run_switch("vanish", run, paragraph):
        return
    printed = ""
    for child in flat_children(run):
        name = local_name(child)
        if name == "t" or (name == "softHyphen" and legacy is not None):
            piece = (child.text or "") if name == "t" else _SOFT_HYPHEN
            piece = piece if legacy is None else legacy.to_unicode(piece)
            gathered.lines[-1] += piece
            printed += piece
        elif name in ("tab", "ptab"):
            gathered.lines[-1] += " "
        elif name in ("br", "cr"):
            gathered.lines.append("")
        elif name == "noBreakHyphen":
            gathered.lines[-1] += "-"
        elif name == "sym":
            gathered.lines[-1] += _symbol(child)
        elif name in ("footnoteReference", "endnoteReference"):
            gathered.footnote_ids.append(f"{name.removesuffix('Reference')}/{child.get(w('id'))}")
        elif name in ("drawing", "pict", "object"):
            gathered.text_boxes += child.iter(w("txbxContent"))
    if printed.strip():
        gathered.bold.append(styles.run_switch("b", run, paragraph))
        gathered.italic.append(styles.run_switch("i", run, paragraph))


# Check boxes and dashes that offices insert as symbols; other symbols are ornaments.
_SYMBOLS = {"F02D": "-", "F0A3": "□", "F06F": "□", "F0B3": "≥", "F0A3/Symbol": "≤", "F0B3/Symbol": "≥", "F0B7": "•"}


def _symbol(element: etree._Element) -> str:
    code, font = (element.get(w("char")) or "").upper(), element.get(w("font")) or ""
    return _SYMBOLS.get(f"{code}/{font}") or _SYMBOLS.get(code, "")
