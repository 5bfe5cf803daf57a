"""How surely a flattened table was read: what its cells say of it, and the reading as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipelines.parsing.flat import scoring
from pipelines.parsing.flat.decode import Step
from pipelines.parsing.flat.header import Column, Role
from pipelines.reading.document import Cell, Table
from pipelines.text.repair import repair

# Confidence of a cell that reads unlike its column, and of every cell of a table that reads unlike one.
DOUBTFUL_CELL, DOUBTFUL_TABLE = 0.6, 0.3
# Log-likelihoods below which the opening, the end and the words of a cell speak against it.
_BAD_OPENING, _BAD_CLOSING, _BAD_WORDS = -2.0, -4.0, -3.0
# Log-likelihood a cell, on average over a table, below which more than half of its cells are wrong: measured on
# tables of known content, flattened by several extractors.
_PLAUSIBLE = 0.85
_FEWEST_CELLS = 10


def with_confidence(table: Table, columns: Sequence[Column], path: Sequence[Step]) -> Table:
    """The table, each cell with its confidence."""
    if not _is_plausible(columns, path):
        return replace(table, cells=tuple(replace(cell, confidence=DOUBTFUL_TABLE) for cell in table.cells))
    return replace(
        table,
        cells=tuple(
            replace(cell, confidence=DOUBTFUL_CELL) if _is_doubtful(cell, columns) else cell for cell in table.cells
        ),
    )


def _is_plausible(columns: Sequence[Column], path: Sequence[Step]) -> bool:
    cells = sum(
        step.column >= 0 and step.aside is None and columns[step.column].role is not Role.NUMBER for step in path
    )
    return cells < _FEWEST_CELLS or path[-1].score >= _PLAUSIBLE * cells


def _is_doubtful(cell: Cell, columns: Sequence[Column]) -> bool:
    role = columns[cell.column].role
    if cell.row == 0 or not cell.text or role is Role.NUMBER or cell.column_span > 1:
        return False
    text = repair(cell.text)
    return (
        scoring.opening_score(role, text) < _BAD_OPENING
        or scoring.closing_score(text) <= _BAD_CLOSING
        or scoring.affinity(role, text) < _BAD_WORDS
    )
