"""The best reading of a flattened table body as rows of cells: a beam search over all ways to cut it.

The atoms are read once, left to right. A path is a sequence of cells (column, atoms), group rows and rows that
state a total; columns run in order within a row. After a page break the rest of the row's cells may follow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipelines.parsing.flat import scoring
from pipelines.parsing.flat.atoms import is_ordinal
from pipelines.parsing.flat.groups import banner_score, is_total
from pipelines.parsing.flat.header import Role
from pipelines.parsing.flat.ordinals import Ordinal, parse_ordinal, placed_after, sequence_score
from pipelines.parsing.flat.segments import HOPELESS, Segments
from pipelines.parsing.flat.widths import SPACE

START, BANNER, TOTAL = -1, -2, -3
_BEAM = 12
_MARGIN = 15.0
# Log-likelihoods of rare events.
_SUB_ROW = -3.5
_FURTHER_SUB_ROW = -2.0
_HEADING_ROW = -3.0
_CONTINUATION = -1.0
_CONTINUATION_LEFT = -4.0
_MOST_SAID = 9.0  # what completing a cell can add to how well it reads
_STRAY_LINE = -11.0
_ORDINAL_INSIDE_LINE = -4.0
_ORDINAL_AFTER_TEXT = -2.5
_LONGEST_BANNER = 4  # lines


class Aside(Enum):
    """Atoms that belong to no cell of the column reached: an ordinal after the text it counts, a stray line."""

    ORDINAL = auto()
    STRAY = auto()


@dataclass(slots=True)
class Step:
    """One cell, full-width row or late ordinal on a path: atoms [start, end), in `column` of table row `row`.

    `filled` and `charged` are bit sets of the row's columns that have a cell, and that were counted as blank.
    `first_column` is the first column of the row that is not merged with the row above.
    """

    score: float
    previous: Step | None
    start: int
    end: int
    column: int
    row: int
    filled: int = 0
    charged: int = 0
    first_column: int = 0
    continues: bool = False
    aside: Aside | None = None
    ordinal: Ordinal | None = None
    last_banner: Ordinal | None = None
    after_banner: bool = False


_State = tuple[int, int, bool, Ordinal | None, int, Aside | None]


class Decoder:
    """Decodes one table body with one state of knowledge about its columns."""

    def __init__(self, segments: Segments) -> None:
        self.segments = segments
        self.atoms = segments.atoms
        self.columns = segments.model.columns
        roles = [column.role for column in self.columns]
        self.number_column = roles.index(Role.NUMBER) if Role.NUMBER in roles else -1
        self.text_columns = [index for index, role in enumerate(roles) if role in scoring.TEXT_ROLES]

        self._lead_in_costs = [self._lead_in_cost(column) for column in range(len(roles))]
        self._best: dict[int, float] = {}  # atom -> score of the best path that ends there

    def best_path(self) -> list[Step]:
        """The cells of the best reading, in printed order."""
        beams: dict[int, dict[_State, Step]] = {0: {}}
        self._best.clear()
        beams[0][(START, 0, False, None, 0, None)] = Step(0.0, None, 0, 0, START, -1)
        for position in range(len(self.atoms)):
            for step in self._survivors(beams.pop(position, {})):
                for extended in self._extensions(step):
                    end = extended.end
                    if not self._promising(extended.score, end):
                        continue
                    self._best[end] = max(extended.score, self._best.get(end, extended.score))
                    states = beams.setdefault(end, {})
                    state = (
                        extended.column, extended.filled, extended.continues, extended.ordinal, extended.first_column,
                        extended.aside,
                    )  # fmt: skip
                    present = states.get(state)
                    if present is None or present.score < extended.score:
                        states[state] = extended
        finals = beams.get(len(self.atoms), {}).values()
        last = max(finals, key=lambda step: step.score + self._closing_cost(step), default=None)
        path: list[Step] = []
        while last is not None and last.previous is not None:
            path.append(last)
            last = last.previous
        return path[::-1]

    def _promising(self, score: float, end: int) -> bool:
        """Whether a path of this score up to atom `end` is near enough to the best one known."""
        return score > self._best.get(end, -math.inf) - _MARGIN

    def _survivors(self, states: dict[_State, Step]) -> list[Step]:
        ranked = sorted(states.values(), key=lambda step: -step.score)[:_BEAM]
        return [step for step in ranked if step.score > ranked[0].score - _MARGIN]

    def _extensions(self, step: Step) -> Iterator[Step]:
        atom = self.atoms[step.end]
        closing = self._closing_cost(step)
        if atom.opens_line:
            yield from self._full_width_rows(step, closing)
        if self.number_column >= 0:
            yield from self._ordinals(step, closing)
        heading = self._is_heading_row(step)
        # What a numbered row leaves blank when its sub-rows follow is no surprise.
        opening = max(closing, _HEADING_ROW) if heading else closing + self._sub_row_cost(step)
        opens_paragraph = atom.opens_line and not atom.text[0].islower()
        may_open_row = self.number_column < 0 or step.row >= 0
        for column in range(len(self.columns)):
            if column == self.number_column:
                continue
            if step.column >= 0:
                if column > step.column and not step.filled >> column & 1:
                    yield from self._next_cells(step, column)
                if atom.after_page_break or (step.continues and (column > step.column or opens_paragraph)):
                    yield from self._continuations(step, column)
            if may_open_row:
                score = opening + self._lead_in_costs[column]
                for end, cell_score in self.segments.cells(step.end, column):
                    if self._promising(step.score + score + cell_score, end):
                        yield self._new_row(step, end, column, score + cell_score, step.ordinal)

    def _sub_row_cost(self, step: Step) -> float:
        """A row without an ordinal is rare, less so after another one."""
        if self.number_column < 0:
            return 0.0
        after_sub_row = step.column >= 0 and not step.filled >> self.number_column & 1
        return _FURTHER_SUB_ROW if after_sub_row else _SUB_ROW

    def _next_cells(self, step: Step, column: int) -> Iterator[Step]:
        skipped, charged = 0.0, step.charged
        for blank in range(step.column + 1, column):
            if not (step.filled | step.charged) >> blank & 1:
                skipped -= self.columns[blank].blank_cost
                charged |= 1 << blank
        for end, score in self.segments.cells(step.end, column):
            if self._promising(step.score + score + skipped, end):
                yield self._extend(step, end, column, score + skipped, charged)

    def _ordinals(self, step: Step, closing: float) -> Iterator[Step]:
        atom = self.atoms[step.end]
        ordinal = parse_ordinal(atom.text) if is_ordinal(atom.text) else None
        if ordinal is None:
            return
        ordinal = placed_after(step.ordinal, ordinal)
        score = sequence_score(step.ordinal, ordinal, after_banner=step.after_banner)
        score += 0.0 if atom.opens_line else _ORDINAL_INSIDE_LINE
        yield self._new_row(step, step.end + 1, self.number_column, closing + score, ordinal)
        if step.column >= 0 and not step.filled >> self.number_column & 1 and not step.continues:
            # The row opened without an ordinal; it is printed after the text it counts.
            late = self._extend(step, step.end + 1, step.column, score - _SUB_ROW + _ORDINAL_AFTER_TEXT, step.charged)
            yield replace(
                late, ordinal=ordinal, aside=Aside.ORDINAL, filled=late.filled | 1 << self.number_column, first_column=0
            )

    def _full_width_rows(self, step: Step, closing: float) -> Iterator[Step]:
        text, first_line = "", self.atoms[step.end].line
        for end in range(step.end, len(self.atoms)):
            atom = self.atoms[end]
            if atom.line - first_line >= _LONGEST_BANNER:
                return
            text = f"{text} {atom.text}" if text else atom.text
            if not atom.ends_line:
                continue
            if is_total(text):
                yield self._full_width(step, end + 1, TOTAL, closing + 2.0, step.last_banner)
                return
            if atom.line == first_line:
                yield replace(
                    step, score=step.score + _STRAY_LINE, previous=step, start=step.end, end=end + 1, aside=Aside.STRAY,

                )  # fmt: skip
            score, marker = banner_score(text, step.last_banner)
            if score > HOPELESS:
                yield self._full_width(step, end + 1, BANNER, closing + score, marker)

    def _full_width(self, step: Step, end: int, kind: int, score: float, marker: Ordinal | None) -> Step:
        return Step(
            step.score + score, step, step.end, end, kind, step.row + 1, ordinal=step.ordinal, last_banner=marker,
            after_banner=kind == BANNER,
        )  # fmt: skip

    def _new_row(self, step: Step, end: int, column: int, score: float, ordinal: Ordinal | None) -> Step:
        return Step(
            step.score + score, step, step.end, end, column, step.row + 1, filled=1 << column, first_column=column,
            ordinal=ordinal, last_banner=step.last_banner,
        )  # fmt: skip

    def _extend(self, step: Step, end: int, column: int, score: float, charged: int) -> Step:
        return Step(
            step.score + score, step, step.end, end, column, step.row, step.filled | 1 << column, charged,
            step.first_column, step.continues, None, step.ordinal, step.last_banner, False,
        )  # fmt: skip

    def _continuations(self, step: Step, column: int) -> Iterator[Step]:
        earlier = self._so_far(step, column)
        if earlier is None:
            return
        text, last_line, last_width = earlier
        join = self.segments.join_score(last_line, last_width, step.end, column)
        # Going back to a column further left once the page went on is as rare as a further paragraph in it.
        join += _CONTINUATION if column > step.column or not step.continues else _CONTINUATION_LEFT
        for end, score in self.segments.fragments(step.end, column):
            if not self._promising(step.score + join + score + _MOST_SAID, end):
                continue
            said = self.segments.completed_score(text, step.end, end, column)
            if self._promising(step.score + join + score + said, end):
                extended = self._extend(step, end, column, join + score + said, step.charged)
                extended.continues = True
                yield extended

    def _so_far(self, step: Step, column: int) -> tuple[str, str, float] | None:
        """Text of the row's cell in the column, its last line and that line's width; None when it has none."""
        parts: list[str] = []
        last_line: tuple[str, float] | None = None
        current: Step | None = step
        while current is not None and current.row == step.row and current.column >= 0:
            if current.column == column and current.aside is None:
                parts.append(" ".join(atom.text for atom in self.atoms[current.start : current.end]))
                last_line = last_line or self._last_line(current)
            current = current.previous
        return None if last_line is None else (" ".join(reversed(parts)), *last_line)

    def _last_line(self, step: Step) -> tuple[str, float]:
        last = first = step.end - 1
        while first > step.start and not self.atoms[first].opens_line:
            first -= 1
        atoms = self.atoms[first : last + 1]
        return " ".join(atom.text for atom in atoms), sum(atom.width for atom in atoms) + SPACE * (last - first)

    def _is_heading_row(self, step: Step) -> bool:
        """Whether the row so far has an ordinal and its one text and nothing else."""
        if self.number_column < 0 or len(self.text_columns) != 1:
            return False
        return step.column >= 0 and step.filled == (1 << self.number_column | 1 << self.text_columns[0])

    def _lead_in_cost(self, column: int) -> float:
        """Blank cells before the first of a row without an ordinal: as a rule merged with those above."""
        before = [index for index in range(column) if index != self.number_column]
        if self.number_column < 0:
            return -sum(self.columns[index].blank_cost for index in before)
        if column in self.text_columns:
            return -0.4 * len(before)
        return -2.5 - 0.8 * len(before)

    def _closing_cost(self, step: Step) -> float:
        if step.column < 0:
            return 0.0
        settled = step.filled | step.charged
        return -sum(
            self.columns[column].blank_cost
            for column in range(step.first_column, len(self.columns))
            if not settled >> column & 1
        )
