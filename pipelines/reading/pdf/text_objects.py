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
from pipelines.reading.pdf.geometry import View
from pipelines.reading.pdf.glyphs import has_odd, printed
from pipelines.reading.pdf.runs import LETTER_GAP, RUN_GAP, SPACE, Run, Word, add_turned

_WORD = re.compile(r"[^\s\x00]+")
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
_SAMPLED_WORDS = 15

# Pointers as plain numbers: they are compared and used as keys for every word.
_text_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


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
        self._text_page = pdfium.FPDFText_LoadPage(page)
        self._text = self._page_text()
        self._matrix = pdfium.FS_MATRIX()
        self._char_box = pdfium.FS_RECTF()
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self.glyphs = 0
        self.undecoded = 0
        self.invisible = 0

    def __enter__(self) -> TextReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pdfium.FPDFText_ClosePage(self._text_page)

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
        text = self._text
        is_odd = has_odd(text)
        styles: dict[int, _Style] = {}
        for start, end, text_object in self._words():
            style = styles.get(text_object)
            if style is None:
                style = styles[text_object] = self._style(text_object, start, view)
            word = text[start:end]
            self.glyphs += end - start
            self.invisible += style.invisible * (end - start)
            if is_odd or not style.has_map:
                word, unknown = printed(word, style.has_map)
                self.undecoded += unknown
                if not word:
                    continue
            if style.angle != view.rotation:
                add_turned(runs, word, self._extent(start, end, view))
                run = None
                continue
            x0, x1 = self._span(start, end, view)
            if x1 < 0 or x0 > view.width:
                continue
            if run is not None and run_style is not None and style.continues(run_style):
                last = run.words[-1]
                gap, spaces, size = x0 - last.x1, start - last_end, style.size
                if -0.5 * size < gap < (RUN_GAP + SPACE * max(0, spaces - 1)) * size and text[start - 1] != "\n":
                    if gap < LETTER_GAP * size and (spaces == 0 or self._is_generated(last_end)):
                        last.text += word
                        last.x1 = x1
                    else:
                        run.words.append(Word(word, x0, x1))
                    last_end = end
                    continue
            run = Run([Word(word, x0, x1)], style.baseline, style.size, style.bold, style.italic)
            run_style, last_end = style, end
            runs.append(run)
        return runs

    def _page_text(self) -> str:
        """One character for each index of pdfium's text page."""
        count = pdfium.FPDFText_CountChars(self._text_page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text_page, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:count]
        if written == count + 1 and "\ufffd" not in text:
            return text
        # Characters outside the basic plane take two units there and one index here.
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._text_page, index)) for index in range(count))

    def _words(self) -> list[tuple[int, int, int]]:
        """(first index, index after the last, text object) of each word, words cut where the text object changes."""
        page = self._text_page
        words: list[tuple[int, int, int]] = []
        for found in _WORD.finditer(self._text):
            start, end = found.span()
            first = _text_object_at(page, start)
            if end - start == 1 or first == _text_object_at(page, end - 1):
                if first:
                    words.append((start, end, first))
                continue
            for index in range(start + 1, end + 1):
                following = _text_object_at(page, index) if index < end else None
                if following != first:
                    if first:
                        words.append((start, index, first))
                    start, first = index, following
        return words

    def _span(self, start: int, end: int, view: View) -> tuple[float, float]:
        box = self._char_box
        pdfium.FPDFText_GetLooseCharBox(self._text_page, start, box)
        if view.rotation == 0:
            x0 = box.left - view.x0
            pdfium.FPDFText_GetLooseCharBox(self._text_page, end - 1, box)
            return x0, box.right - view.x0
        extent = self._extent(start, end, view)
        return extent.x0, extent.x1

    def _extent(self, start: int, end: int, view: View) -> Box:
        box = self._char_box
        pdfium.FPDFText_GetLooseCharBox(self._text_page, start, box)
        first = view.box(box.left, box.bottom, box.right, box.top)
        pdfium.FPDFText_GetLooseCharBox(self._text_page, end - 1, box)
        return first.union(view.box(box.left, box.bottom, box.right, box.top))

    def _angle(self, index: int) -> int:
        pdfium.FPDFText_GetMatrix(self._text_page, index, self._matrix)
        return _right_angle(self._matrix.a, self._matrix.b)

    def _style(self, text_object: int, index: int, view: View) -> _Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text_page, index, matrix)
        handle = ctypes.cast(text_object, pdfium.FPDF_PAGEOBJECT)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        bold, italic = self._font(pdfium.FPDFTextObj_GetFont(handle))
        return _Style(
            angle=_right_angle(matrix.a, matrix.b),
            baseline=view.point(matrix.e, matrix.f)[1],
            size=max(1.0, pdfium.FPDFText_GetFontSize(self._text_page, index) * math.hypot(matrix.c, matrix.d)),
            bold=bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=italic or (abs(matrix.c) > 0.1 * abs(matrix.d) and matrix.b == 0),
            invisible=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            has_map=pdfium.FPDFText_HasUnicodeMapError(self._text_page, index) != 1,
        )

    def _font(self, font: object) -> tuple[bool, bool]:
        """Bold, italic."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("latin-1").lower()
            flags = max(0, pdfium.FPDFFont_GetFlags(font))
            bold = "bold" in name or "black" in name or bool(flags & _BOLD_FLAG)
            bold = bold or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            italic = "italic" in name or "oblique" in name or bool(flags & _ITALIC_FLAG)
            self._fonts[key] = (bold, italic)
        return self._fonts[key]

    def _is_generated(self, index: int) -> bool:
        return bool(pdfium.FPDFText_IsGenerated(self._text_page, index) == 1)


def _right_angle(a: float, b: float) -> int:
    return round(math.degrees(math.atan2(b, a)) / 90) % 4 * 90
