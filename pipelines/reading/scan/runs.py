"""Recognised words to runs of text: size and base line from how far the letters of each word reach, bold from strokes.

Recognition gives each word a box around its ink. Which letters are in it tells how high a box they need in a font of
size 1, so that the size of the font is the height of the box over that.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from statistics import median

from pipelines.reading.pdf.runs import RUN_GAP, Run, Word
from pipelines.reading.scan.engine import RecognisedWord
from pipelines.reading.scan.spelling import mend, roman_numeral
from pipelines.reading.scan.strokes import StrokeMeter

# Reach above and below the base line in ems, as in Times and Arial.
_X_HEIGHT, _ASCENDER, _MARK = 0.46, 0.68, 0.2
_DESCENDER, _COMMA = 0.21, 0.14
_LOW, _HANGING = frozenset("acemnorsuvwxz"), frozenset("gpqy")
_HORN, _DOT_BELOW = "̛", "̣"
# Sizes that differ from the usual one of the page by less than this part are measured inexactly: in lines of a few
# words still more.
_SAME_SIZE, _SAME_SIZE_OF_FEW = 0.2, 0.35
_FEW_WORDS = 4
# Strokes of a bold font are wider than those of the page's usual font by this factor.
_BOLD = 1.22
# A line less sure than this, or that has hardly a letter in it, is a smudge; so are such words and marks at its end.
_NOISE, _UNSURE, _UNSURE_MARK = 0.38, 0.4, 0.7
_LETTERS = re.compile(r"[^\W_]")


@dataclass(slots=True)
class RegionLine:
    """A recognised line of one region of the page: its words with their mended spelling, sizes in points."""

    words: list[RecognisedWord]
    texts: list[str]
    left: float
    top: float
    size: float
    stroke: float
    in_table: bool


@dataclass(slots=True)
class RunBuilder:
    """Collects the lines of a page's regions; `scale` in pixels a point."""

    scale: float
    strokes: StrokeMeter
    lines: list[RegionLine] = field(default_factory=list)

    def add_region(self, words: list[RecognisedWord], left: int, top: int, in_table: bool) -> None:
        """Words of one region; `left` and `top`, in pixels, place it on the page."""
        numeral = roman_numeral([word.text for word in words]) if in_table else None
        if numeral:
            words = [replace(words[0], text=numeral, right=words[-1].right)]
        lines = [_trimmed(list(group)) for _, group in groupby(words, key=lambda word: word.line)]
        lines = [line for line in lines if line and not _is_smudge(line)]
        kept = [word for line in lines for word in line]
        boxes = [(left + word.left, top + word.top, left + word.right, top + word.bottom) for word in kept]
        printed = [self.strokes.roman(word.text, box) for word, box in zip(kept, boxes, strict=True)]
        texts = iter(mend(printed, [word.confidence for word in kept]))
        for line in lines:
            size = median(_size(word) for word in line) / self.scale
            stroke = self.strokes.width([(left + w.left, top + w.top, left + w.right, top + w.bottom) for w in line])
            own = [next(texts) for _ in line]
            self.lines.append(RegionLine(line, own, left, top, size, stroke / self.scale, in_table))

    def runs(self) -> list[Run]:
        """Runs in points, in the order of their regions."""
        runs: list[Run] = []
        for in_table in (False, True):
            lines = [line for line in self.lines if line.in_table is in_table]
            usual = _usual([(line.size, len(line.words)) for line in lines])
            usual_stroke = _usual([(line.stroke, len(line.words)) for line in lines])
            for line in lines:
                inexact = _SAME_SIZE if len(line.words) > _FEW_WORDS else _SAME_SIZE_OF_FEW
                size = usual if abs(line.size - usual) < inexact * usual else line.size
                runs += self._line_runs(line, round(size, 1), line.stroke * usual > _BOLD * usual_stroke * size)
        return runs

    def _line_runs(self, line: RegionLine, size: float, bold: bool) -> list[Run]:
        scale = self.scale
        baseline = median(line.top + word.bottom - _reach(word.text)[1] * size * scale for word in line.words) / scale
        runs: list[Run] = []
        for text, word in zip(line.texts, line.words, strict=True):
            x0, x1 = (line.left + word.left) / scale, (line.left + word.right) / scale
            if not runs or x0 - runs[-1].x1 > RUN_GAP * size:
                runs.append(Run([], baseline, size, bold))
            runs[-1].words.append(Word(text, x0, x1, word.confidence))
        return runs


def _trimmed(line: list[RecognisedWord]) -> list[RecognisedWord]:
    """Without the specks after its end, such as the edge of the paper."""
    while line and _is_speck(line[-1]):
        line = line[:-1]
    return line


def _is_speck(word: RecognisedWord) -> bool:
    unsure = _UNSURE if len(word.text) <= 2 and _LETTERS.search(word.text) else _UNSURE_MARK
    return word.confidence < unsure and (len(word.text) <= 2 or not _LETTERS.search(word.text))


def _is_smudge(line: list[RecognisedWord]) -> bool:
    text = "".join(word.text for word in line)
    letters = len(_LETTERS.findall(text))
    sure = sum(word.confidence * len(word.text) for word in line) / len(text)
    return sure < _NOISE or (len(text) > 3 and 2 * letters < len(text))


def _size(word: RecognisedWord) -> float:
    """Font size in pixels."""
    above, below = _reach(word.text)
    return (word.bottom - word.top) / (above + below)


def _usual(values: list[tuple[float, int]]) -> float:
    """The median of values that each count so many times."""
    return median(value for value, count in values for _ in range(count)) if values else 1.0


@lru_cache(maxsize=4096)
def _reach(text: str) -> tuple[float, float]:
    """How far a word reaches above and below its base line, in ems."""
    above = below = 0.0
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character) and letters:
            letters[-1] += character
        else:
            letters.append(character)
    for letter in letters:
        base, marks = letter[0], letter[1:]
        on_top = sum(mark not in (_HORN, _DOT_BELOW) for mark in marks)
        height = _X_HEIGHT if base in _LOW else 0.3 if base in "-–.,;" else _ASCENDER
        # The mark of an i stands in the place of its dot.
        above = max(above, height + _MARK * (on_top - (base == "i" and on_top > 0)))
        depth = _DESCENDER if base in _HANGING or base in "jJQ()" else _COMMA if base in ",;" else 0.0
        below = max(below, _DESCENDER if _DOT_BELOW in marks else depth)
    return max(above, 0.3), below
