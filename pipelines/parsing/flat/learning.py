"""What one reading of a table teaches about its columns, for the next reading."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipelines.parsing.flat.atoms import Atom
from pipelines.parsing.flat.decode import Step
from pipelines.parsing.flat.scoring import ColumnModel, TableModel, prior_blank_cost
from pipelines.parsing.flat.widths import SPACE
from pipelines.text.normalise import match_key

_Wrap = tuple[float, float]
_FEWEST_WRAPS = 4


def cell_text(atoms: Sequence[Atom], step: Step) -> str:
    return " ".join(atom.text for atom in atoms[step.start : step.end])


def learn(atoms: Sequence[Atom], path: Sequence[Step], previous: TableModel) -> TableModel:
    """Column widths from the wraps, blank rates, recurring cells, and line gaps inside and between cells."""
    wraps: dict[int, list[_Wrap]] = defaultdict(list)
    widest: dict[int, list[float]] = defaultdict(list)
    texts: dict[int, Counter[str]] = defaultdict(Counter)
    inside: Counter[int] = Counter()
    between: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    rows = {step.row for step in path if step.column >= 0}
    for step in path:
        first = atoms[step.start]
        if first.opens_line and step.start and step.aside is None:
            between[min(first.gap, 3)] += 1
        if step.column < 0 or step.aside is not None:
            continue
        filled[step.column] += 1
        if not step.continues:
            texts[step.column][match_key(cell_text(atoms, step))] += 1
        lines = _lines(atoms[step.start : step.end])
        widest[step.column].extend(line_width for line_width, _ in lines)
        wraps[step.column].extend((line[0], after[1]) for line, after in itertools.pairwise(lines))
        inside.update(
            min(atom.gap, 3)
            for atom in atoms[step.start + 1 : step.end]
            if atom.opens_line and not atom.after_page_break
        )
    columns = [
        ColumnModel(
            role=column.role,
            width=_column_width(wraps[index], widest[index]),
            blank_cost=_blank_cost(column, filled[index], len(rows)),
            recurring=texts[index],
        )
        for index, column in enumerate(previous.columns)
    ]
    gap_inside, gap_between = _gap_scores(inside, between)
    return TableModel(columns, gap_inside, gap_between)


def _lines(atoms: Iterable[Atom]) -> list[tuple[float, float]]:
    """(width, width of the first word) of each printed line."""
    lines: list[tuple[float, float]] = []
    for atom in atoms:
        if atom.opens_line or not lines:
            lines.append((atom.width, atom.first_word_width))
        else:
            lines[-1] = (lines[-1][0] + SPACE + atom.width, lines[-1][1])
    return lines


def _column_width(wraps: Sequence[_Wrap], widths: Sequence[float]) -> float | None:
    """The width that explains most wraps: every line fits, no first word of a following line would have."""
    if not widths:
        return None
    ordered = sorted(widths)
    if len(wraps) < _FEWEST_WRAPS:
        return ordered[-1]
    candidates = sorted({round(value, 2) for value in ordered[len(ordered) // 2 :]})

    def misfits(candidate: float) -> float:
        too_wide = sum(1.0 for value in ordered if value > candidate * 1.02 + 0.2)
        would_fit = sum(1.0 for line, word in wraps if line + SPACE + word < candidate - 0.5)
        return 1.5 * too_wide + would_fit

    return min(candidates, key=misfits)


def _blank_cost(column: ColumnModel, filled: int, rows: int) -> float:
    """-log of the share of rows that leave the column blank, drawn towards the prior of its role."""
    weight = 6.0
    prior = math.exp(-prior_blank_cost(column.role))
    share = (rows - min(filled, rows) + weight * prior) / (rows + weight)
    return min(6.0, max(0.2, -math.log(share)))


def _gap_scores(inside: Counter[int], between: Counter[int]) -> tuple[dict[int, float], dict[int, float]]:
    """Log of how often each gap between lines is seen inside cells and between cells, relative to both."""
    gaps = sorted(set(inside) | set(between))
    within, across = sum(inside.values()) + 2.0 * len(gaps), sum(between.values()) + 2.0 * len(gaps)
    score_inside: dict[int, float] = {}
    score_between: dict[int, float] = {}
    for gap in gaps:
        p_inside = (inside[gap] + 2.0) / within
        p_between = (between[gap] + 2.0) / across
        middle = (p_inside + p_between) / 2
        score_inside[gap] = max(-3.0, math.log(p_inside / middle))
        score_between[gap] = max(-3.0, math.log(p_between / middle))
    return score_inside, score_between
