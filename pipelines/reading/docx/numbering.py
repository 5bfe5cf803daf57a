"""Automatic list numbers: the marker Word prints before a paragraph ('1.', 'a)', '-')."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from pipelines.reading.docx.styles import Styles
from pipelines.reading.docx.vocabulary import number_of, switch, value_of, w

# Bullets are printed in symbol fonts at private code points; these are the shapes they show.
_SYMBOL_BULLETS = {
    "\uf02d": "-",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06c": "●",
    "\uf06e": "▪",
    "\uf02b": "+",
    "\uf02a": "*",
    "o": "○",
}
_MAX_START = 32_767  # the largest number Word counts to
_PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_UNITS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    letters = ""
    for value, symbol in (*_ROMAN, *_ROMAN_UNITS):
        letters += symbol * (number // value)
        number %= value
    return letters


def letters(number: int) -> str:
    """1 -> 'a', 26 -> 'z', 27 -> 'aa': the way Word goes on after z."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


_NUMBER_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class NumberedLevel:
    """One level of a list. `text` has %1 ... %9 for the numbers of the levels."""

    number_format: str
    text: str
    start: int
    restart_after: int | None
    is_legal: bool

    @classmethod
    def parse(cls, element: etree._Element) -> NumberedLevel:
        restart = value_of(element, "lvlRestart")
        return cls(
            number_format=value_of(element, "numFmt") or "decimal",
            text=value_of(element, "lvlText") or "",
            start=min(number_of(element.find(w("start")), "val") or 0, _MAX_START),
            restart_after=int(restart) if restart and restart.isdigit() else None,
            is_legal=bool(switch(element, "isLgl")),
        )


@dataclass(slots=True)
class Numbering:
    """Lists of a document and how far each has counted. `marker` must be asked once a paragraph, in print order."""

    levels: dict[str, dict[int, NumberedLevel]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def parse(cls, root: etree._Element | None, styles: Styles) -> Numbering:
        numbering = cls()
        if root is None:
            return numbering
        linked: dict[str, str] = {}
        for abstract in root.iter(w("abstractNum")):
            abstract_id = abstract.get(w("abstractNumId"), "")
            numbering.levels[abstract_id] = _levels(abstract)
            link = value_of(abstract, "numStyleLink")
            if link:
                linked[abstract_id] = link
        own_levels: dict[str, dict[int, NumberedLevel]] = {}
        for instance in root.iter(w("num")):
            number_id = instance.get(w("numId"), "")
            numbering.abstract_of[number_id] = value_of(instance, "abstractNumId") or ""
            for override in instance.iter(w("lvlOverride")):
                level = number_of(override, "ilvl") or 0
                start = number_of(override.find(w("startOverride")), "val")
                if start is not None:
                    numbering.overrides.setdefault(number_id, {})[level] = min(start, _MAX_START)
                own_levels.setdefault(number_id, {}).update(_levels(override))
        for abstract_id, style_id in linked.items():
            numbering._follow_link(abstract_id, style_id, styles)
        for number_id, levels in own_levels.items():
            if levels:
                numbering._give_own_levels(number_id, levels)
        return numbering

    def _follow_link(self, abstract_id: str, style_id: str, styles: Styles) -> None:
        for style in styles.chain(style_id):
            reference = style.find(f"{w('pPr')}/{w('numPr')}")
            target = self.abstract_of.get(value_of(reference, "numId") or "")
            if target and target != abstract_id:
                self.levels[abstract_id] = self.levels.get(target, {})
                return

    def _give_own_levels(self, number_id: str, levels: dict[int, NumberedLevel]) -> None:
        shared = self.abstract_of[number_id]
        private = f"{shared}/{number_id}"
        self.levels[private] = {**self.levels.get(shared, {}), **levels}
        self.abstract_of[number_id] = private

    def marker(self, number_id: str, level: int) -> str:
        """The printed marker of the next paragraph of a list at a level (0-based); '' for an unknown list."""
        abstract = self.abstract_of.get(number_id)
        levels = self.levels.get(abstract, {}) if abstract is not None else {}
        definition = levels.get(level)
        if abstract is None or definition is None:
            return ""
        if definition.number_format == "bullet":
            shapes = "".join(_SYMBOL_BULLETS.get(shape, shape) for shape in definition.text)
            return _PRIVATE_USE.sub("•", shapes)
        counts = self._counts.setdefault(abstract, {})
        self._count(number_id, level, definition, counts, levels)

        def printed(placeholder: re.Match[str]) -> str:
            wanted = int(placeholder.group(1)) - 1
            other = levels.get(wanted)
            number = counts.get(wanted, other.start if other else 1)
            number_format = "decimal" if definition.is_legal or other is None else other.number_format
            return _NUMBER_FORMATS.get(number_format, str)(number)

        return _PLACEHOLDER.sub(printed, definition.text).strip()

    def _count(
        self,
        number_id: str,
        level: int,
        definition: NumberedLevel,
        counts: dict[int, int],
        levels: dict[int, NumberedLevel],
    ) -> None:
        override = self.overrides.get(number_id, {}).get(level)
        if override is not None and (number_id, level) not in self._started:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else definition.start
        self._started.add((number_id, level))
        for deeper in [other for other in counts if other > level]:
            restart = levels[deeper].restart_after if deeper in levels else None
            if restart is None or level < restart:
                del counts[deeper]


def _levels(parent: etree._Element) -> dict[int, NumberedLevel]:
    return {number_of(level, "ilvl") or 0: NumberedLevel.parse(level) for level in parent.iterchildren(w("lvl"))}
