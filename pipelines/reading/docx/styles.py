"""Style inheritance: what a paragraph or run looks like after its styles and the document defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipelines.reading.docx.vocabulary import TWIPS_PER_POINT, number_of, switch, value_of, w

_MAX_INHERITANCE = 20


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """`indent` is that of the first line, in points. `numbering` is (numId, level) or None."""

    centered: bool
    indent: float
    numbering: tuple[str, int] | None


@dataclass(slots=True)
class Styles:
    """Named styles of a document; `by_id` maps a style id to its element."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_run_properties: etree._Element | None = None

    @classmethod
    def parse(cls, root: etree._Element | None) -> Styles:
        styles = cls()
        if root is None:
            return styles
        styles.default_run_properties = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        for style in root.iter(w("style")):
            style_id = style.get(w("styleId"))
            if style_id is None:
                continue
            styles.by_id[style_id] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                styles.default_paragraph = style_id
        return styles

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and those it is based on, nearest first."""
        chain: list[etree._Element] = []
        while style_id in self.by_id and len(chain) < _MAX_INHERITANCE:
            style = self.by_id[style_id]
            chain.append(style)
            style_id = value_of(style, "basedOn")
        return chain

    def paragraph_chain(self, properties: etree._Element | None) -> list[etree._Element]:
        return self.chain(value_of(properties, "pStyle") or self.default_paragraph)

    def run_switch(self, name: str, run: etree._Element, paragraph: etree._Element | None) -> bool:
        """Whether an on/off character property ('b', 'i', 'vanish') holds for a run in a paragraph with properties."""
        settings = (switch(properties, name) for properties in self._run_properties(run, paragraph))
        return next((setting for setting in settings if setting is not None), False)

    def run_font(self, run: etree._Element, paragraph: etree._Element | None) -> str | None:
        """The font of letters beyond ASCII in a run; None where a theme or nothing names it."""
        fonts = (properties.find(w("rFonts")) for properties in self._run_properties(run, paragraph))
        named = (
            font.get(w("hAnsiTheme")) or font.get(w("hAnsi")) or font.get(w("ascii"))
            for font in fonts
            if font is not None
        )
        return next((name for name in named if name), None)

    def _run_properties(self, run: etree._Element, paragraph: etree._Element | None) -> list[etree._Element]:
        """Where the look of a run is set, nearest first."""
        own = run.find(w("rPr"))
        candidates = [own]
        candidates += [style.find(w("rPr")) for style in self.chain(value_of(own, "rStyle"))]
        candidates += [style.find(w("rPr")) for style in self.paragraph_chain(paragraph)]
        candidates.append(self.default_run_properties)
        return [candidate for candidate in candidates if candidate is not None]

    def paragraph_format(self, properties: etree._Element | None) -> ParagraphFormat:
        sources = [properties, *(style.find(w("pPr")) for style in self.paragraph_chain(properties))]
        present = [source for source in sources if source is not None]
        alignment = next((value for source in present if (value := value_of(source, "jc")) is not None), "")
        return ParagraphFormat(alignment == "center", _first_line_indent(present), _numbering(present))


def _first_line_indent(sources: list[etree._Element]) -> float:
    indents = [source.find(w("ind")) for source in sources]

    def first(*names: str) -> int:
        numbers = (number_of(indent, name) for indent in indents for name in names)
        return next((number for number in numbers if number is not None), 0)

    return (first("left", "start") + first("firstLine") - first("hanging")) / TWIPS_PER_POINT


def _numbering(sources: list[etree._Element]) -> tuple[str, int] | None:
    number_id, level = None, None
    for source in sources:
        properties = source.find(w("numPr"))
        if properties is None:
            continue
        number_id = number_id or value_of(properties, "numId")
        level = level or value_of(properties, "ilvl")
    if not number_id or number_id == "0":
        return None
    return number_id, int(level) if level and level.isdigit() else 0
