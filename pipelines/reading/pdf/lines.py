"""Runs of text to printed lines: runs on one base line are joined unless a gap parts them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pipelines.reading.document import Box
from pipelines.reading.pdf.runs import LETTER_GAP, RUN_GAP, Run, Word
from pipelines.reading.pdf.weaving import woven
from pipelines.text.normalise import clean

# Runs whose base lines differ by less than this part of the font size are on one line.
_SAME_LINE = 0.45
# Letters nearer than this part of the font size touch: no space stands between them, whatever the content says.
_TOUCHING = 0.03
_SUPERSCRIPT_SIZE = 0.8
_SUPERSCRIPT_RISE = 0.15
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,2}|\*+)[\])]?")
# A raised digit after one of these is an exponent, not the mark of a footnote.
_UNIT_OF_LENGTH = re.compile(r"(?:^|[\d\s(/])[kcdm]?m$")


@dataclass(slots=True)
class Line:
    """A printed line, or a part of one that wide gaps set apart. Points, reading view.

    `ends_in_space`: a space is printed after its last word, so the line was not broken within a word.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    words: list[Word]
    page: int = 0
    ends_in_space: bool = False

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)

    @property
    def center(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def is_recognised(self) -> bool:
        return any(word.confidence < 1 for word in self.words)

    @property
    def first_word_width(self) -> float:
        return self.words[0].x1 - self.words[0].x0


def build_lines(runs: list[Run], page: int, split_gaps: bool = True) -> list[Line]:
    """Lines from top to bottom, parts of a line from left to right.

    With `split_gaps`, a gap wider than a few spaces starts a new part; inside a table cell it never does.
    """
    lines: list[Line] = []
    for group in map(woven, _same_baseline(runs)):
        part: list[Run] = []
        for run in group:
            if split_gaps and part and run.x0 - part[-1].x1 > RUN_GAP * max(run.size, part[-1].size):
                lines.append(_line(part, page))
                part = []
            part.append(run)
        lines.append(_line(part, page))
    return [line for line in lines if line.text]


def merge_parts(parts: list[Line]) -> Line:
    """The parts of one printed line, left to right, as one line."""
    if len(parts) == 1:
        return parts[0]
    longest = max(parts, key=lambda part: len(part.text))
    return Line(
        text=" ".join(part.text for part in parts),
        x0=parts[0].x0,
        x1=parts[-1].x1,
        top=min(part.top for part in parts),
        bottom=max(part.bottom for part in parts),
        baseline=longest.baseline,
        size=longest.size,
        bold=longest.bold,
        italic=longest.italic,
        words=[word for part in parts for word in part.words],
        page=longest.page,
        ends_in_space=parts[-1].ends_in_space,
    )


def _same_baseline(runs: list[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    main: Run | None = None
    for run in sorted(runs, key=lambda run: (run.baseline, run.x0)):
        if main is not None and not run.turned and not main.turned and _on_one_line(main, run):
            groups[-1].append(run)
            if run.size > main.size:
                main = run
        else:
            groups.append([run])
            main = run
    for group in groups:
        group.sort(key=lambda run: run.x0)
    return groups


def _on_one_line(main: Run, run: Run) -> bool:
    return abs(run.baseline - main.baseline) < _SAME_LINE * max(main.size, run.size)


def _line(runs: list[Run], page: int) -> Line:
    size = max(run.size for run in runs)
    words: list[Word] = []
    last: Run | None = None
    for run in runs:
        if last is not None and _is_note_mark(run, size, last, words):
            continue
        gap = run.x0 - last.x1 if last is not None else size
        joins = gap < (LETTER_GAP if not run.after_space else _TOUCHING) * size
        for index, word in enumerate(run.words):
            if index == 0 and joins and words:
                start = words[-1]
                sure = min(start.confidence, word.confidence)
                words[-1] = Word(start.text + word.text, start.x0, word.x1, sure)
            else:
                words.append(word)
        last = run
    text = " ".join([word.text for word in words])
    return Line(
        text=text if unicodedata.is_normalized("NFC", text) else clean(text),
        x0=runs[0].x0,
        x1=max(run.x1 for run in runs),
        top=min(run.top for run in runs),
        bottom=max(run.bottom for run in runs),
        baseline=max(run.baseline for run in runs if run.size == size),
        size=size,
        bold=_mostly([run.bold for run in runs], runs),
        italic=_mostly([run.italic for run in runs], runs),
        words=words,
        page=page,
        ends_in_space=runs[-1].before_space,
    )


def _mostly(marks: list[bool], runs: list[Run]) -> bool:
    """Does the mark hold for more than half of the width of the runs?"""
    if all(marks) or not any(marks):
        return marks[0]
    marked = sum(run.x1 - run.x0 for run, mark in zip(runs, marks, strict=True) if mark)
    return 2 * marked > sum(run.x1 - run.x0 for run in runs)


def _is_note_mark(run: Run, size: float, before: Run, words: list[Word]) -> bool:
    """A raised small number after a word: left out, for it would make the year '2025' with note 3 '20253'."""
    return (
        run.size <= _SUPERSCRIPT_SIZE * size
        and before.baseline - run.baseline > _SUPERSCRIPT_RISE * size
        and bool(_NOTE_MARK.fullmatch(run.text))
        and not (words and _UNIT_OF_LENGTH.search(words[-1].text))
    )
