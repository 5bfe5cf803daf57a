"""Scores of all runs of atoms that read tolerably as one cell of a column."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from pipelines.parsing import vocabulary
from pipelines.parsing.flat import scoring
from pipelines.parsing.flat.atoms import CUT_AT_CAPITAL, Atom
from pipelines.parsing.flat.header import Role
from pipelines.parsing.flat.widths import SPACE
from pipelines.text.normalise import match_key

HOPELESS = -11.0
_LONGEST_CELL = 45  # lines
_BREAK_INSIDE_CELL = -2.0
_PARTED_BY_LINE = -0.4
_PARTED_INSIDE_LINE = -2.0
_SWALLOWED_DEADLINE = -2.0

End = tuple[int, float]


class TextScores:
    """What does not change from one reading to the next: scores of texts by what they say."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.atoms = atoms
        self._pairs = _word_pairs(atoms)
        self._said: dict[tuple[int, int, Role], float] = {}
        self._said_in: dict[tuple[Role, str], float] = {}
        self._keys: dict[tuple[int, int], str] = {}
        proper_words = _proper_words(atoms)
        self.proper = [atom.text.isupper() or _first_word(atom.text) in proper_words for atom in atoms]
        self.known = [False] + [
            self.stand_together(a.text, b.text, times=1 if b.opens_line else 2) for a, b in itertools.pairwise(atoms)
        ]

    def said(self, start: int, end: int, role: Role, text: str) -> float:
        """Affinity of the text of atoms [start, end) to a role, and whether it ends where a cell would."""
        key = (start, end, role)
        score = self._said.get(key)
        if score is None:
            score = self._said[key] = self.said_in(role, text)
        return score

    def said_in(self, role: Role, text: str) -> float:
        key = (role, text)
        score = self._said_in.get(key)
        if score is None:
            score = self._said_in[key] = scoring.affinity(role, text) + scoring.closing_score(text)
        return score

    def key(self, start: int, end: int, text: str) -> str:
        known = self._keys.get((start, end))
        if known is None:
            known = self._keys[start, end] = match_key(text)
        return known

    def stand_together(self, before: str, after: str, times: int = 1) -> bool:
        """Whether the last word of one text and the first of another stand side by side within some line."""
        return self._pairs[_bare(before.rsplit(" ", 1)[-1]), _bare(after.split(" ", 1)[0])] >= times


class Segments:
    """Cells and parts of cells that can start at an atom, for one state of knowledge about the columns."""

    def __init__(self, texts: TextScores, model: scoring.TableModel) -> None:
        self.texts = texts
        self.atoms = texts.atoms
        self.model = model
        self._has_deadlines = any(column.role is Role.DEADLINE for column in model.columns)
        self._cells: dict[tuple[int, int], list[End]] = {}
        self._fragments: dict[tuple[int, int], list[End]] = {}

    def cells(self, start: int, column: int) -> list[End]:
        """(end, score) of every run from `start` that may be a whole cell of the column."""
        known = self._cells.get((start, column))
        if known is None:
            opening = (
                scoring.opening_score(self.model.columns[column].role, self.atoms[start].line_text)
                - self.atoms[start].cut_cost
            )
            opening += self._parted_words(start)
            opening += self._gap_score(start, inside=False)
            known = self._cells[start, column] = self._ends(start, column, opening, fragment=False)
        return known

    def fragments(self, start: int, column: int) -> list[End]:
        """(end, score) of every run from `start` that may continue a cell of the column cut by a page break."""
        known = self._fragments.get((start, column))
        if known is None:
            known = self._fragments[start, column] = self._ends(start, column, 0.0, fragment=True)
        return known

    def join_score(self, last_line: str, last_width: float, start: int, column: int) -> float:
        """How well the atom at `start` goes on from the last line of a cell cut by a page break."""
        following = self.atoms[start]
        column_width = self.model.columns[column].width or max(last_width, following.width)
        join = 1.5 * scoring.wrap_score(
            last_line,
            last_width,
            following,
            column_width,
            self.model.columns[column].role,
            known=self.texts.stand_together(last_line, following.text),
            proper=self.texts.proper[start],
        )
        return join - following.cut_cost

    def completed_score(self, earlier: str, start: int, end: int, column: int) -> float:
        """How much better the cell reads with atoms [start, end) than it did when it seemed to end before them."""
        whole = f"{earlier} {' '.join(atom.text for atom in self.atoms[start:end])}"
        return self._said(whole, column) - self._said(earlier, column)

    def _said(self, text: str, column: int) -> float:
        model = self.model.columns[column]
        score = self.texts.said_in(model.role, text)
        return score + (scoring.recurrence_score(model, match_key(text)) if model.recurring else 0.0)

    def _parted_words(self, position: int) -> float:
        """A cell hardly begins between words that stand together elsewhere."""
        if not self.texts.known[position]:
            return 0.0
        cut_cost = self.atoms[position].cut_cost
        return _PARTED_BY_LINE if cut_cost == 0.0 else _PARTED_INSIDE_LINE if cut_cost >= CUT_AT_CAPITAL else 0.0

    def _gap_score(self, position: int, *, inside: bool) -> float:
        atom = self.atoms[position]
        if not atom.opens_line or position == 0:
            return 0.0
        gaps = self.model.gap_inside if inside else self.model.gap_between
        return gaps.get(min(atom.gap, 3), 0.0)

    def _ends(self, start: int, column: int, opening: float, *, fragment: bool) -> list[End]:
        model = self.model.columns[column]
        ends: list[End] = []
        running = opening  # of complete lines, against the width of the column
        text = ""
        lines: list[tuple[str, float]] = []
        firsts: list[int] = []
        for end in range(start, min(len(self.atoms), start + 3 * _LONGEST_CELL)):
            atom = self.atoms[end]
            if end == start or atom.opens_line:
                if end > start:
                    if model.width is not None:
                        running += self._wrap(lines, end, model.width, model.role)
                    running += self._gap_score(end, inside=True)
                    running += _BREAK_INSIDE_CELL if atom.after_page_break else 0.0
                lines.append((atom.text, atom.width))
                firsts.append(end)
            else:
                line, line_width = lines[-1]
                lines[-1] = (f"{line} {atom.text}", line_width + SPACE + atom.width)
            if end > start:
                running += self._swallowed_deadline(atom, model.role)
            text = f"{text} {atom.text}" if text else atom.text
            if model.width is None:
                score = running + self._own_wraps(lines, firsts, model.role)
            else:
                score = running + scoring.overflow_score(lines[-1][1], model.width)
                if atom.ends_line:
                    running = score
            if score < HOPELESS or len(lines) > _LONGEST_CELL:
                break
            total = score
            if not fragment:
                total += self.texts.said(start, end + 1, model.role, text)
                if model.recurring:
                    total += scoring.recurrence_score(model, self.texts.key(start, end + 1, text))
            if total > HOPELESS:
                ends.append((end + 1, total))
        return ends

    def _swallowed_deadline(self, atom: Atom, role: Role) -> float:
        """A deadline that opens with a capital stands in its own column, if there is one."""
        if not self._has_deadlines or role in (Role.DEADLINE, Role.BUDGET, Role.NOTE) or not atom.text[0].isupper():
            return 0.0
        return _SWALLOWED_DEADLINE if atom.opens_deadline else 0.0

    def _own_wraps(self, lines: list[tuple[str, float]], firsts: list[int], role: Role) -> float:
        """Wraps judged by the widest line of the cell itself, while the width of the column is unknown."""
        widest = max(line_width for _, line_width in lines)
        return sum(self._wrap(lines[:index], first, widest, role) for index, first in enumerate(firsts[1:], start=1))

    def _wrap(self, lines: list[tuple[str, float]], following: int, column_width: float, role: Role) -> float:
        line, line_width = lines[-1]
        return scoring.wrap_score(
            line,
            line_width,
            self.atoms[following],
            column_width,
            role,
            listed=lines[0][0][0] in "-+•*–",
            known=self.texts.known[following],
            proper=self.texts.proper[following],
        )


def _word_pairs(atoms: Sequence[Atom]) -> Counter[tuple[str, str]]:
    """How often words stand side by side within a line, and in the standard terms of such plans."""
    pairs: Counter[tuple[str, str]] = Counter()
    for atom in atoms:
        if atom.opens_line:
            pairs.update(itertools.pairwise(_bare(word) for word in atom.line_text.split(" ")))
    for phrase in vocabulary.STANDARD_TERMS:
        for pair in itertools.pairwise(_bare(word) for word in phrase.split(" ")):
            pairs[pair] += 2
    return pairs


def _proper_words(atoms: Sequence[Atom]) -> frozenset[str]:
    """Words printed with a capital in the middle of a sentence."""
    found: set[str] = set()
    for text in (*(atom.line_text for atom in atoms if atom.opens_line), *vocabulary.STANDARD_TERMS):
        for before, word in itertools.pairwise(text.split(" ")):
            if word[:1].isupper() and before[:1].islower() and before[-1:].isalpha():
                found.add(_first_word(word))
    return frozenset(found)


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].strip(".,;:()")


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return match_key(word).strip(".,;:()")
