"""Body lines cut at every place where a cell could end: line ends, and words inside a line that could open a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing import vocabulary
from pipelines.parsing.flat.lines import Line
from pipelines.parsing.flat.widths import width
from pipelines.text.normalise import fold
from pipelines.text.repair import repair

_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2})*[.)]?$|^[a-zđ][.)]$")
_OPENERS = (
    vocabulary.UNIT_OPENING,
    vocabulary.DEADLINE_OPENING,
    vocabulary.OUTPUT_OPENING,
    vocabulary.BUDGET_OPENING,
    vocabulary.TASK_OPENING,
)
# Deadlines often written without a capital.
SMALL_DEADLINE = re.compile(r"ngày \d|quý [IVX\d]|tháng \d|(?:hằng|hàng) (?:năm|quý|tháng)|thường xuyên|trước \d")
# Costs, in log-likelihood, of a cell ending inside a line, by how the rest of the line opens.
CUT_AT_OPENER = 1.2
CUT_AT_CAPITAL = 2.6
CUT_AT_SMALL_LETTER = 2.5
CUT_AT_DASH = 4.0
_LINES_AFTER_BREAK = 4
_WORDS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a line no cell boundary cuts: as printed, and as it reads once damaged letters are repaired.

    `cut_cost` is 0 at the start of a line; `line_text` is the rest of the line from this atom on, repaired.
    """

    printed: str
    text: str
    line_text: str
    line: int
    cut_cost: float
    width: float
    first_word_width: float
    gap: int
    after_page_break: bool
    opens_line: bool
    ends_line: bool
    opens_deadline: bool


def is_ordinal(text: str) -> bool:
    """A text that can stand in the column of ordinals: '1', '01.', '2.3', 'a)'."""
    return bool(_NUMBER.match(text))


def cut_into_atoms(lines: Sequence[Line], *, holds_values: bool = False) -> list[Atom]:
    """`holds_values`: the table has columns of values or units of measure, which open with signs and small letters."""
    atoms: list[Atom] = []
    since_break = _LINES_AFTER_BREAK
    for index, line in enumerate(lines):
        since_break = 0 if line.after_page_break else since_break + 1
        words = line.text.split(" ")
        following = lines[index + 1].text.split(" ") if index + 1 < len(lines) else []
        cuts = [
            (0, 0.0),
            *_inner_cuts(words, following, near_page_break=since_break < _LINES_AFTER_BREAK, holds_values=holds_values),
        ]
        ends = [position for position, _ in cuts[1:]] + [len(words)]
        for (start, cost), end in zip(cuts, ends, strict=True):
            printed = " ".join(words[start:end])
            text = repair(printed)
            atoms.append(
                Atom(
                    printed=printed,
                    text=text,
                    line_text=repair(" ".join(words[start:])),
                    line=index,
                    cut_cost=cost,
                    width=width(text),
                    first_word_width=width(words[start]),
                    gap=line.gap,
                    after_page_break=line.after_page_break and start == 0,
                    opens_line=start == 0,
                    ends_line=end == len(words),
                    opens_deadline=_opens_deadline(_glimpse(words, start, following)),
                )
            )
    return atoms


def _glimpse(words: Sequence[str], position: int, following: Sequence[str]) -> str:
    """The next few words from a position in a line, also from the line after it."""
    return repair(" ".join([*words[position:], *following][:_WORDS_AHEAD]))


def _opens_deadline(text: str) -> bool:
    return bool(vocabulary.DEADLINE_OPENING.match(fold(text))) and vocabulary.deadline_likeness(text) > 0.6


def _inner_cuts(
    words: Sequence[str], following: Sequence[str], *, near_page_break: bool, holds_values: bool
) -> list[tuple[int, float]]:
    cuts: list[tuple[int, float]] = []
    for position in range(1, len(words)):
        rest = _glimpse(words, position, following)
        first = rest[0]
        if position == 1 and is_ordinal(words[0]):
            cuts.append((position, 0.3))
        elif first.islower() and _opens_deadline(rest) and SMALL_DEADLINE.match(rest):
            cuts.append((position, CUT_AT_SMALL_LETTER))
        elif holds_values and vocabulary.opens_value(rest):
            cuts.append((position, CUT_AT_OPENER))
        elif first in "-–+•":
            cuts.append((position, CUT_AT_DASH))
        elif first.isupper() or first.isdigit() or first == "(":
            opens = any(opener.match(fold(rest)) for opener in _OPENERS)
            cuts.append((position, CUT_AT_OPENER if opens else CUT_AT_CAPITAL))
        elif near_page_break:
            cuts.append((position, CUT_AT_SMALL_LETTER))
    return cuts
