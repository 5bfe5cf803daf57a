"""The best reading of a flattened table body as rows of cells: a beam search over all ways to cut it.

The atoms are read once, left to right. A path is a sequence of cells (column, atoms), group rows and rows that
state a total; columns run in order within a row. After a page break the rest of the row's cells may follow.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.parsing.flat import scoring
from pipelines.parsing.flat.atoms import Atom, is_ordinal
from pipelines.parsing.flat.groups import banner_score, is_total
from pipelines.parsing.flat.header import Role
from pipelines.parsing.flat.ordinals import Ordinal, parse_ordinal, sequence_score
from pipelines.parsing.flat.widths import SPACE
from pipelines.text.normalise import match_key

START, BANNER, TOTAL, STRAY = -1, -2, -3, -4
_BEAM = 14
_MARGIN = 22.0
_HOPELESS = -14.0
_LONGEST_CELL = 45
_SUB_ROW = -3.5
_HEADING_ROW = -4.5
_CONTINUATION = -1.0
_STRAY_LINE = -8.0


@dataclass(slots=True)
class Step:
    """One cell (or banner row) on a path: atoms [start, end) in `column`; `row` counts rows of the table."""

    score: float
    previous: Step | None
    start: int
    end: int
    column: int
    row: int
    filled: int
    charged: int
    first_column: int
    continues: bool
    ordinal: Ordinal | None
    last_banner: Ordinal | None
    after_banner: bool


class Decoder:
    """Decodes one table body with one model; segment scores are kept between extensions."""

    def __init__(self, atoms: Sequence[Atom], model: scoring.TableModel) -> None:
        self.atoms = atoms
        self.model = model
        self.roles = [column.role for column in model.columns]
        self.number_column = self.roles.index(Role.NUMBER) if Role.NUMBER in self.roles else -1
        self._text_columns = [c for c, role in enumerate(self.roles) if role in scoring.TEXT_ROLES]
        self._pairs = _word_pairs(atoms)
        self._cells: dict[tuple[int, int], list[tuple[int, float]]] = {}
        self._fragments: dict[tuple[int, int], list[tuple[int, float]]] = {}

    def best_path(self) -> list[Step]:
        beams: dict[int, dict[tuple[object, ...], Step]] = defaultdict(dict)
        beams[0][()] = Step(0.0, None, 0, 0, START, -1, 0, 0, 0, False, None, None, False)
        final: Step | None = None
        count = len(self.atoms)
        for position in range(count + 1):
            states = beams.pop(position, None)
            if not states:
                continue
            ranked = sorted(states.values(), key=lambda step: -step.score)
            best = ranked[0].score
            kept = [step for step in ranked[:_BEAM] if step.score > best - _MARGIN]
            if position == count:
                final = max(kept, key=lambda step: step.score + self._closing_cost(step))
                break
            for step in kept:
                for extended in self._extensions(step):
                    key = (
                        extended.column,
                        extended.filled,
                        extended.continues,
                        extended.ordinal,
                        extended.first_column,
                        extended.row - step.row if extended.column == BANNER else 0,
                    )
                    present = beams[extended.end].get(key)
                    if present is None or present.score < extended.score:
                        beams[extended.end][key] = extended
        path: list[Step] = []
        while final is not None and final.column != START:
            path.append(final)
            final = final.previous
        path.reverse()
        return path

    def _extensions(self, step: Step) -> list[Step]:
        position = step.end
        found: list[Step] = []
        atom = self.atoms[position]
        in_row = step.column >= 0
        closing = self._closing_cost(step)
        heading = self._is_heading_row(step)
        # What a numbered row that states its sub-rows leaves blank is no surprise.
        parent_closing = max(closing, _HEADING_ROW) if heading else closing
        for column in range(len(self.roles)):
            if column == self.number_column:
                found.extend(self._with_number(step, closing))
                continue
            bit = 1 << column
            if in_row and column > step.column and not step.filled & bit:
                skipped, charged = self._skip_cost(step, column)
                for end, score in self._cell_ends(position, column):
                    found.append(self._extend(step, end, column, score + skipped, charged=charged))
            if in_row and step.continues and column > step.column and step.filled & bit:
                found.extend(self._continuations(step, column))
            if in_row and atom.after_page_break:
                found.extend(self._continuations(step, column))
            # A row without an ordinal.
            opening = parent_closing + (_SUB_ROW if self.number_column >= 0 and not heading else 0.0)
            if self.number_column < 0 or step.column != START:
                lead_in = self._lead_in_cost(step, column)
                for end, score in self._cell_ends(position, column):
                    found.append(self._new_row(step, end, column, score + opening + lead_in, step.ordinal))
        if atom.opens_line:
            found.extend(self._banners(step, closing))
        return found

    def _with_number(self, step: Step, closing: float) -> list[Step]:
        position = step.end
        atom = self.atoms[position]
        column = self.number_column
        if not is_ordinal(atom.text):
            return []
        ordinal = parse_ordinal(atom.text)
        if ordinal is None:
            return []
        score = sequence_score(step.ordinal, ordinal, after_banner=step.after_banner)
        if not atom.opens_line:
            score -= 4.0
        found = [self._new_row(step, position + 1, column, closing + score, ordinal)]
        if step.column >= 0 and step.row >= 0 and not step.filled & (1 << column) and not step.continues:
            # The ordinal printed after the text it counts.
            late = self._extend(step, position + 1, step.column, score - 2.5 - _SUB_ROW * 0.5)
            late.ordinal = ordinal
            late.filled |= 1 << column
            late.after_banner = False
            late.first_column = 0
            late.charged |= 1 << (len(self.roles) + 1)
            found.append(late)
        return found

    def _banners(self, step: Step, closing: float) -> list[Step]:
        position = step.end
        found: list[Step] = []
        text = ""
        end = position
        while end < len(self.atoms) and self.atoms[end].line - self.atoms[position].line < 4:
            text = f"{text} {self.atoms[end].text}".strip()
            end += 1
            if not self.atoms[end - 1].ends_line:
                continue
            if is_total(text):
                found.append(self._full_width(step, end, TOTAL, closing + 2.0, step.last_banner))
                break
            score, marker = banner_score(text, step.last_banner)
            if score > _HOPELESS:
                found.append(self._full_width(step, end, BANNER, closing + score, marker))
            if self.atoms[end - 1].line == self.atoms[position].line:
                found.append(self._full_width(step, end, STRAY, _STRAY_LINE, step.last_banner))
        return found

    def _full_width(self, step: Step, end: int, kind: int, score: float, marker: Ordinal | None) -> Step:
        if kind == STRAY:
            stray = self._extend(step, end, step.column, score)
            stray.column, stray.start = step.column, step.end
            stray.charged |= 1 << (len(self.roles) + 2)
            return stray
        return Step(
            step.score + score, step, step.end, end, kind, step.row + 1, 0, 0, 0, False, step.ordinal, marker,
            kind == BANNER,
        )  # fmt: skip

    def _extend(
        self, step: Step, end: int, column: int, score: float, *, charged: int = 0, continues: bool = False
    ) -> Step:
        low = (1 << (len(self.roles) + 1)) - 1
        return Step(
            step.score + score,
            step,
            step.end,
            end,
            column,
            step.row,
            step.filled | (1 << column if column >= 0 else 0),
            (step.charged & low) | charged,
            step.first_column,
            continues or step.continues,
            step.ordinal,
            step.last_banner,
            step.after_banner if column < 0 else False,
        )

    def _new_row(self, step: Step, end: int, column: int, score: float, ordinal: Ordinal | None) -> Step:
        return Step(
            step.score + score, step, step.end, end, column, step.row + 1, 1 << column, 0, column, False, ordinal,
            step.last_banner, False,
        )  # fmt: skip

    def _is_heading_row(self, step: Step) -> bool:
        """Whether the row so far has an ordinal and its first text and nothing else."""
        if self.number_column < 0 or step.column < 0 or len(self._text_columns) > 1:
            return False
        return step.filled == 1 << self.number_column | 1 << step.column and step.column == self.number_column + 1

    def _skip_cost(self, step: Step, column: int) -> tuple[float, int]:
        cost, charged = 0.0, 0
        for skipped in range(step.column + 1, column):
            if not step.filled & (1 << skipped) and not step.charged & (1 << skipped):
                cost -= self.model.columns[skipped].blank_cost
                charged |= 1 << skipped
        return cost, charged

    def _lead_in_cost(self, step: Step, column: int) -> float:
        """Blank cells before the first of a row without an ordinal: as a rule merged with those above."""
        if self.number_column < 0:
            return -sum(self.model.columns[c].blank_cost for c in range(column))
        if not self._text_columns or column in self._text_columns:
            return -0.4 * sum(1 for c in self._text_columns if c < column)
        return -2.5 - 0.8 * sum(1 for c in range(column) if c != self.number_column)

    def _closing_cost(self, step: Step) -> float:
        if step.column < 0:
            return 0.0
        cost = 0.0
        for column in range(step.first_column, len(self.roles)):
            bit = 1 << column
            if not step.filled & bit and not step.charged & bit:
                cost -= self.model.columns[column].blank_cost
        return cost

    def _cell_ends(self, start: int, column: int) -> list[tuple[int, float]]:
        """Every end at which atoms from `start` read tolerably as a cell of the column, with its score."""
        known = self._cells.get((start, column))
        if known is None:
            opening = scoring.opening_score(self.atoms[start].text) - self.atoms[start].cut_cost
            opening += self._gap_score(start, inside=False)
            known = self._cells[start, column] = self._segment(start, column, opening)
        return known

    def _gap_score(self, position: int, *, inside: bool) -> float:
        atom = self.atoms[position]
        if not atom.opens_line or position == 0:
            return 0.0
        gaps = self.model.gap_inside if inside else self.model.gap_between
        return gaps.get(min(atom.gap, 3), 0.0)

    def _continuations(self, step: Step, column: int) -> list[Step]:
        if column < 0 or (step.column == column and not self.atoms[step.end].after_page_break):
            return []
        earlier = self._last_piece(step, column)
        if earlier is None:
            return []
        position = step.end
        last_text, last_width = earlier
        column_width = self.model.columns[column].width or max(last_width, self.atoms[position].width)
        following = self.atoms[position]
        join = 1.5 * scoring.wrap_score(
            last_text,
            last_width,
            following,
            column_width,
            self.roles[column],
            known=self._known(last_text, following.text),
        )
        # What was held against the cell ending there no longer counts: it did not.
        join -= following.cut_cost + scoring.closing_score(last_text)
        key = (position, column)
        ends = self._fragments.get(key)
        if ends is None:
            ends = self._fragments[key] = self._segment(position, column, 0.0, fragment=True)
        return [self._extend(step, end, column, _CONTINUATION + join + score, continues=True) for end, score in ends]

    def _last_piece(self, step: Step, column: int) -> tuple[str, float] | None:
        """Text and width of the last line of the row's cell in the column."""
        current: Step | None = step
        while current is not None and current.row == step.row and current.column >= 0:
            if current.column == column and not current.charged >> (len(self.roles) + 1):
                last = current.end - 1
                first = last
                while first > current.start and self.atoms[first - 1].line == self.atoms[last].line:
                    first -= 1
                text = " ".join(atom.text for atom in self.atoms[first : last + 1])
                return text, sum(atom.width for atom in self.atoms[first : last + 1]) + SPACE * (last - first)
            current = current.previous
        return None

    def _segment(self, start: int, column: int, opening: float, *, fragment: bool = False) -> list[tuple[int, float]]:
        model = self.model.columns[column]
        ends: list[tuple[int, float]] = []
        running = opening
        text = ""
        pieces: list[tuple[str, float]] = []
        firsts: list[Atom] = []
        for end in range(start, min(len(self.atoms), start + 3 * _LONGEST_CELL)):
            atom = self.atoms[end]
            if end > start and atom.opens_line:
                if model.width is not None:
                    running += self._wrap(pieces, atom, model.width, model.role)
                running += self._gap_score(end, inside=True)
                if atom.after_page_break:
                    running -= 2.0
                pieces.append((atom.text, atom.width))
                firsts.append(atom)
            elif end > start:
                line_text, line_width = pieces[-1]
                pieces[-1] = (f"{line_text} {atom.text}", line_width + SPACE + atom.width)
            else:
                pieces.append((atom.text, atom.width))
                firsts.append(atom)
            text = f"{text} {atom.text}" if text else atom.text
            if model.width is not None:
                overflow = scoring.overflow_score(pieces[-1][1], model.width)
                score = running + overflow
                if atom.ends_line:
                    running = score
            else:
                score = running + self._own_wrap_score(pieces, firsts, model.role)
            if score < _HOPELESS or len(pieces) > _LONGEST_CELL:
                break
            if fragment:
                total = score + 0.5 * scoring.closing_score(pieces[-1][0])
            else:
                total = score + scoring.affinity(model.role, text) + scoring.closing_score(text)
                total += scoring.recurrence_score(model, match_key(text)) if model.recurring else 0.0
            if total > _HOPELESS:
                ends.append((end + 1, total))
        return ends

    def _own_wrap_score(self, pieces: list[tuple[str, float]], firsts: list[Atom], role: Role) -> float:
        widest = max(line_width for _, line_width in pieces)
        return sum(
            self._wrap(pieces[:index], following, widest, role) for index, following in enumerate(firsts[1:], start=1)
        )

    def _wrap(self, pieces: list[tuple[str, float]], following: Atom, column_width: float, role: Role) -> float:
        """`pieces`: text and width of the lines so far."""
        line, line_width = pieces[-1]
        return scoring.wrap_score(
            line,
            line_width,
            following,
            column_width,
            role,
            listed=pieces[0][0][0] in "-+•*–",
            known=self._known(line, following.text),
        )

    def _known(self, before: str, after: str) -> bool:
        return (_bare(before.rsplit(" ", 1)[-1]), _bare(after.split(" ", 1)[0])) in self._pairs


def _word_pairs(atoms: Sequence[Atom]) -> frozenset[tuple[str, str]]:
    """Words that stand side by side within a line."""
    pairs: set[tuple[str, str]] = set()
    for atom in atoms:
        pairs.update(itertools.pairwise(_bare(word) for word in atom.text.split(" ")))
    return frozenset(pairs)


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return match_key(word).strip(".,;:()")
