"""Sheets of a workbook as printed text by position, straight from the XML parts and bounded in size."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.limits import ReadingLimits
from pipelines.reading.ooxml import Package, damaged
from pipelines.text.legacy_detection import as_shown, has_only_legacy_letters, marked_words
from pipelines.text.legacy_encoding import LegacyFont, legacy_font
from pipelines.text.normalise import clean

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """`text` as shown, lines of a cell parted by line breaks."""

    text: str
    bold: bool


@dataclass(slots=True)
class Sheet:
    """`cells` by (row, column), `merges` from top-left position to bottom-right one; all 0-based, inclusive."""

    name: str
    cells: dict[tuple[int, int], PrintedCell] = field(default_factory=dict)
    merges: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    @property
    def row_count(self) -> int:
        return max((row for row, _ in self.cells), default=-1) + 1

    @property
    def column_count(self) -> int:
        return max((column for _, column in self.cells), default=-1) + 1


def read_sheets(package: Package, limits: ReadingLimits) -> Iterator[Sheet]:
    """Visible sheets in their order. Raises UnreadableDocumentError 'damaged' or 'too_large'."""
    workbook = package.xml(_WORKBOOK)
    parts = package.related_by_id(_WORKBOOK, "worksheet")
    roots: list[tuple[str, etree._Element]] = []
    for sheet in workbook.iter(f"{_S}sheet"):
        identifier = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        if sheet.get("state", "visible") == "visible" and identifier in parts:
            roots.append((sheet.get("name", ""), package.xml(parts[identifier])))
    formats = _Formats.parse(package, workbook, [root for _, root in roots])
    for name, root in roots:
        yield _read_sheet(name, root, formats, limits)


def _read_sheet(name: str, root: etree._Element, formats: _Formats, limits: ReadingLimits) -> Sheet:
    sheet = Sheet(name)
    row = -1
    for row_element in root.iter(f"{_S}row"):
        row = _whole(row_element.get("r"), row + 2) - 1
        if row_element.get("hidden") in ("1", "true"):
            sheet.hidden_rows.add(row)
        column = -1
        for cell in row_element.iterchildren(f"{_S}c"):
            position = _position(cell.get("r"))
            column = position[1] if position else column + 1
            printed = formats.printed(cell)
            if printed.text:
                sheet.cells[(row, column)] = printed
    if sheet.row_count * sheet.column_count > limits.max_table_cells:
        raise UnreadableDocumentError(
            "too_large",
            f"Trang tính “{name}” quá lớn ({sheet.row_count} dòng, {sheet.column_count} cột). "
            "Hãy xóa các dòng, cột thừa rồi lưu lại.",
        )
    for merge in root.iter(f"{_S}mergeCell"):
        first, _, last = merge.get("ref", "").partition(":")
        start, end = _position(first), _position(last or first)
        if start and end:
            sheet.merges[start] = (min(end[0], sheet.row_count - 1), min(end[1], sheet.column_count - 1))
    return sheet


@dataclass(frozen=True, slots=True)
class _Formats:
    """What turns a stored value into the text Excel shows; `codes`, `bold` and `legacy` fonts by cell style index.

    `strings` are the shared ones, each with whether it names its own fonts. `is_legacy`: no text is in Unicode.
    """

    strings: list[tuple[str, bool]]
    codes: list[str]
    bold: list[bool]
    legacy: list[LegacyFont | None]
    is_legacy: bool
    epoch: datetime.datetime

    @classmethod
    def parse(cls, package: Package, workbook: etree._Element, sheets: list[etree._Element]) -> _Formats:
        strings: list[tuple[str, bool]] = []
        for part in package.related(_WORKBOOK, "sharedStrings"):
            strings += [_text(item) for item in package.xml(part).iterchildren(f"{_S}si")]
        codes: list[str] = []
        bold: list[bool] = []
        legacy: list[LegacyFont | None] = []
        for part in package.related(_WORKBOOK, "styles"):
            root = package.xml(part)
            custom = {_whole(item.get("numFmtId"), -1): item.get("formatCode", "") for item in root.iter(f"{_S}numFmt")}
            fonts = list(root.iterfind(f"{_S}fonts/{_S}font"))
            for style in root.iterfind(f"{_S}cellXfs/{_S}xf"):
                number_format, font = _whole(style.get("numFmtId"), 0), _whole(style.get("fontId"), 0)
                codes.append(custom.get(number_format) or BUILTIN_FORMATS.get(number_format) or "General")
                properties = fonts[font] if 0 <= font < len(fonts) else None
                bold.append(properties is not None and properties.find(f"{_S}b") is not None)
                legacy.append(_legacy_font(properties, "name"))
        properties = workbook.find(f"{_S}workbookPr")
        counts_from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        inline = [_text(item) for sheet in sheets for item in sheet.iter(f"{_S}is")]
        words = marked_words(" ".join(text for text, has_own_fonts in (*strings, *inline) if not has_own_fonts))
        is_legacy = has_only_legacy_letters(words)
        return cls(
            strings, codes, bold, legacy, is_legacy, CALENDAR_MAC_1904 if counts_from_1904 else CALENDAR_WINDOWS_1900
        )

    def printed(self, cell: etree._Element) -> PrintedCell:
        style = _whole(cell.get("s"), 0)
        code = self.codes[style] if style < len(self.codes) else "General"
        text, has_own_fonts = self._value(cell, code)
        legacy = self.legacy[style] if style < len(self.legacy) else None
        if legacy is not None and not has_own_fonts:
            text = as_shown(text, legacy, in_doubt=self.is_legacy)
        return PrintedCell(_lines(text), style < len(self.bold) and self.bold[style])

    def _value(self, cell: etree._Element, code: str) -> tuple[str, bool]:
        """The text of a cell, and whether it names its own fonts."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            item = cell.find(f"{_S}is")
            return ("", False) if item is None else _text(item)
        stored = cell.findtext(f"{_S}v") or ""
        if kind == "s":
            index = _whole(stored, -1)
            return self.strings[index] if 0 <= index < len(self.strings) else ("", False)
        if kind == "b":
            return "x" if stored == "1" else "", False
        if kind == "e":
            return "", False
        return self._number(stored, code) if kind == "n" else stored, False

    def _number(self, stored: str, code: str) -> str:
        """A number as a Vietnamese Excel shows it: decimal comma, percentages, day before month."""
        try:
            number = float(stored)
            if is_date_format(code):
                moment = from_excel(number, self.epoch)
                return moment.strftime("%d/%m/%Y") if isinstance(moment, datetime.datetime) else str(moment)
        except (ValueError, OverflowError):
            return stored
        shown = number * 100 if "%" in code else number
        return f"{shown:.10g}".replace(".", ",") + ("%" if "%" in code else "")


def _text(item: etree._Element) -> tuple[str, bool]:
    """Text of a rich string without the reading aids of East Asian scripts, and whether its runs name their fonts."""
    pieces: list[str] = []
    has_own_fonts = False
    for text in item.iter(f"{_S}t"):
        run = text.getparent()
        if run.tag == f"{_S}rPh":
            continue
        properties = run.find(f"{_S}rPr")
        has_own_fonts = has_own_fonts or properties is not None
        legacy = _legacy_font(properties, "rFont")
        pieces.append((text.text or "") if legacy is None else legacy.to_unicode(text.text or ""))
    return "".join(pieces), has_own_fonts


def _legacy_font(properties: etree._Element | None, name: str) -> LegacyFont | None:
    """The font older than Unicode that some properties name."""
    font = properties.find(f"{_S}{name}") if properties is not None else None
    return None if font is None else legacy_font(font.get("val"))


def _lines(text: str) -> str:
    return "\n".join(line for part in text.replace("_x000D_", "").splitlines() if (line := clean(part)))


def _whole(text: str | None, missing: int) -> int:
    """A whole number of up to seven digits, so that no attribute can ask for the impossible."""
    if text is None or text == "":
        return missing
    if not re.fullmatch(r"-?\d{1,7}", text):
        raise damaged()
    return int(text)


def _position(reference: str | None) -> tuple[int, int] | None:
    """'B3' -> (2, 1)."""
    found = _REFERENCE.fullmatch(reference or "")
    if found is None:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found.group(2)) - 1, column - 1
