"""The text of a page by pdfium: runs of words with their place and font.

pdfium is called through its C interface, and only for the first and the last character of each word: asking for
each character takes three times as long, and nothing between the two is needed to lay the text out.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from types import TracebackType

import pypdfium2.raw as pdfium

from pipelines.reading.document import Box
from pipelines.reading.pdf import native
from pipelines.reading.pdf.geometry import View
from pipelines.reading.pdf.glyphs import as_printed, has_odd, printed
from pipelines.reading.pdf.runs import LETTER_GAP, RUN_GAP, SPACE, Run, Word, add_turned
from pipelines.text.legacy_encoding import LegacyFont, legacy_font

_WORD = re.compile(r"[^\s\x00]+")
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
_SAMPLED_WORDS = 15


@dataclass(frozen=True, slots=True)
class _Style:
    """What all characters of a text object have in common; `angle` counter-clockwise in page space, degrees."""

    angle: int
    baseline: float
    size: float
    bold: bool
    italic: bool
    invisible: bool
    has_map: bool
    legacy: LegacyFont | None

    def continues(self, other: _Style) -> bool:
        return self is other or (
            abs(self.baseline - other.baseline) < 0.05
            and abs(self.size - other.size) < 0.05
            and self.bold is other.bold
            and self.italic is other.italic
        )


class TextReader:
    """Reads the text of one loaded page and counts its glyphs; a context manager that frees pdfium's text page."""

    def __init__(self, page: object) -> None:
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._text_page = native.pointer(self._handle)
        self._matrix, self._box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        self._matrix_address, self._box_address = ctypes.addressof(self._matrix), ctypes.addressof(self._box)
        self._text = self._page_text()
        self._fonts: dict[int, tuple[bool, bool, LegacyFont | None]] = {}
        self.glyphs = 0
        self.undecoded = 0
        self.invisible = 0

    def __enter__(self) -> TextReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pdfium.FPDFText_ClosePage(self._handle)

    def main_angle(self, default: int) -> int:
        """The direction most of the text runs in: degrees counter-clockwise in page space, a multiple of 90."""
        starts = [found.start() for found in _WORD.finditer(self._text)]
        angles = Counter(self._angle(start) for start in starts[:: max(1, len(starts) // _SAMPLED_WORDS)])
        return angles.most_common(1)[0][0] if angles else default

    def runs(self, view: View) -> list[Run]:
        """In the order of the page's content. Text beside the page is left out."""
        runs: list[Run] = []
        run: Run | None = None
        run_style: _Style | None = None
        last_end = 0
        text, width, rotation = self._text, view.width, view.rotation
        is_odd = has_odd(text)
        styles: dict[int, _Style] = {}
        for start, end, text_object in self._words():
            style = styles.get(text_object)
            if style is None:
                style = styles[text_object] = self._style(text_object, start, view)
            word = text[start:end]
            self.glyphs += end - start
            if style.invisible:
                self.invisible += end - start
            if style.legacy is not None:
                word = style.legacy.to_unicode(word)
            if is_odd or not style.has_map:
                word, unknown = printed(word, style.has_map)
                self.undecoded += unknown
                if not word:
                    continue
            if style.angle != rotation:
                self._close(run, last_end)
                add_turned(runs, word, self._extent(start, end, view))
                run = None
                continue
            x0, x1 = self._span(start, end, view)
            if x1 < 0 or x0 > width:
                continue
            if run is not None and run_style is not None and (style is run_style or style.continues(run_style)):
                last, size = run.words[-1], style.size
                gap, spaces = x0 - last.x1, start - last_end
                widest = RUN_GAP if spaces < 2 else RUN_GAP + SPACE * (spaces - 1)
                if -0.5 * size < gap < widest * size and text[start - 1] != "\n":
                    if gap < LETTER_GAP * size and (spaces == 0 or native.is_generated(self._text_page, last_end)):
                        last.text += word
                        last.x1 = x1
                    else:
                        run.words.append(Word(word, x0, x1))
                    last_end = end
                    continue
            self._close(run, last_end)
            run = Run([Word(word, x0, x1)], style.baseline, style.size, style.bold, style.italic)
            run.after_space = start > 0 and self._is_printed_space(start - 1)
            run_style, last_end = style, end
            runs.append(run)
        self._close(run, last_end)
        return runs

    def _close(self, run: Run | None, end: int) -> None:
        if run is not None:
            run.before_space = end < len(self._text) and self._is_printed_space(end)

    def _is_printed_space(self, index: int) -> bool:
        return self._text[index] == " " and not native.is_generated(self._text_page, index)

    def _page_text(self) -> str:
        """One character for each index of pdfium's text page."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:count]
        if written != count + 1 or "\ufffd" in text:
            # Characters outside the basic plane take two units there and one index here.
            text = "".join(chr(pdfium.FPDFText_GetUnicode(self._handle, index)) for index in range(count))
        return as_printed(text)

    def _words(self) -> list[tuple[int, int, int]]:
        """(first index, index after the last, text object) of each word, words cut where the text object changes."""
        page = self._text_page
        words: list[tuple[int, int, int]] = []
        for found in _WORD.finditer(self._text):
            start, end = found.span()
            first = native.text_object_at(page, start)
            if end - start == 1 or first == native.text_object_at(page, end - 1):
                if first:
                    words.append((start, end, first))
                continue
            for index in range(start + 1, end + 1):
                following = native.text_object_at(page, index) if index < end else None
                if following != first:
                    if first:
                        words.append((start, index, first))
                    start, first = index, following
        return words

    def _span(self, start: int, end: int, view: View) -> tuple[float, float]:
        """Where a word starts and ends along its line."""
        if view.rotation:
            extent = self._extent(start, end, view)
            return extent.x0, extent.x1
        box, offset = self._box, view.x0
        native.char_box(self._text_page, start, self._box_address)
        x0 = box.left - offset
        if end - start > 1:
            native.char_box(self._text_page, end - 1, self._box_address)
        return x0, box.right - offset

    def _extent(self, start: int, end: int, view: View) -> Box:
        box = self._box
        native.char_box(self._text_page, start, self._box_address)
        first = view.box(box.left, box.bottom, box.right, box.top)
        native.char_box(self._text_page, end - 1, self._box_address)
        return first.union(view.box(box.left, box.bottom, box.right, box.top))

    def _angle(self, index: int) -> int:
        native.char_matrix(self._text_page, index, self._matrix_address)
        return _right_angle(self._matrix.a, self._matrix.b)

    def _style(self, text_object: int, index: int, view: View) -> _Style:
        page, matrix = self._text_page, self._matrix
        native.char_matrix(page, index, self._matrix_address)
        b, c, d = matrix.b, matrix.c, matrix.d
        mode = native.render_mode(text_object)
        bold, italic, legacy = self._font(native.font_of(text_object))
        return _Style(
            angle=_right_angle(matrix.a, b),
            baseline=view.point(matrix.e, matrix.f)[1],
            size=max(1.0, native.font_size(page, index) * math.hypot(c, d)),
            bold=bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=italic or (b == 0 and abs(c) > 0.1 * abs(d)),
            invisible=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            has_map=native.has_map_error(page, index) != 1,
            legacy=legacy,
        )

    def _font(self, address: int) -> tuple[bool, bool, LegacyFont | None]:
        """Bold, italic, and the encoding of a font older than Unicode."""
        if address not in self._fonts:
            font = ctypes.cast(address, pdfium.FPDF_FONT)
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            base_name = buffer.value.decode("latin-1")
            name = base_name.lower()
            flags = max(0, pdfium.FPDFFont_GetFlags(font))
            bold = "bold" in name or "black" in name or bool(flags & _BOLD_FLAG)
            bold = bold or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            italic = "italic" in name or "oblique" in name or bool(flags & _ITALIC_FLAG)
            self._fonts[address] = (bold, italic, legacy_font(base_name))
        return self._fonts[address]


def _right_angle(a: float, b: float) -> int:
    if b == 0 and a > 0:
        return 0
    return round(math.degrees(math.atan2(b, a)) / 90) % 4 * 90
