"""Words and runs of words: text with its place, as laid out on one base line in one font."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reading.document import Box

# In ems: width of a space, widest gap inside a word, and widest gap of a run beside its spaces.
SPACE = 0.25
LETTER_GAP = 0.18
RUN_GAP = 1.2


@dataclass(slots=True)
class Word:
    """Characters with no space between them; `x0` to `x1` along the line, in points.

    `confidence` is less than 1 for recognised text.
    """

    text: str
    x0: float
    x1: float
    confidence: float = 1.0


@dataclass(slots=True)
class Run:
    """Words on one base line in one font with ordinary spaces between them. Points, reading view.

    `after_space`, `before_space`: a space is printed before it, after it. `turned` is the box of a run that is printed
    across the direction of the page's text.
    """

    words: list[Word]
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    after_space: bool = False
    before_space: bool = False
    turned: Box | None = None

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return self.turned.top if self.turned else self.baseline - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.turned.bottom if self.turned else self.baseline + 0.22 * self.size


def confidence(words: list[Word]) -> float:
    """Mean confidence of the words' letters; 1 for text that is encoded in the file, and for none."""
    if all(word.confidence == 1.0 for word in words):
        return 1.0
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 3)


def add_turned(runs: list[Run], word: str, box: Box) -> None:
    """Add a word printed across the direction of the page, to the run before it where both are on one line."""
    last = runs[-1] if runs else None
    if last and last.turned and min(last.turned.x1, box.x1) - max(last.turned.x0, box.x0) > 0.5 * (box.x1 - box.x0):
        box = last.turned.union(box)
        text = f"{last.words[0].text} {word}"
        runs.pop()
    else:
        text = word
    runs.append(Run([Word(text, box.x0, box.x1)], box.bottom, max(1.0, box.x1 - box.x0), turned=box))
