"""Task and target tables rebuilt from text in which their cells stand one after another.

Text pulled out of a PDF keeps the words of a table but not its ruling. The rows and columns are found again by
what the cells say: see `flat.decode` for the search and `flat.scoring` for what it weighs.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.flat.assemble import assemble
from pipelines.parsing.flat.assurance import with_confidence
from pipelines.parsing.flat.atoms import Atom, cut_into_atoms
from pipelines.parsing.flat.decode import Decoder, Step
from pipelines.parsing.flat.header import Column, Header, find_header
from pipelines.parsing.flat.learning import learn
from pipelines.parsing.flat.lines import printed_lines, table_lines
from pipelines.parsing.flat.scoring import VALUE_ROLES, TableModel, initial_model
from pipelines.parsing.flat.segments import Segments, TextScores
from pipelines.reading.document import Block, Table

_READINGS = 4


def rebuild_tables(blocks: Sequence[Block]) -> list[Table]:
    """The tables flattened in the paragraphs of an annex; none when no header of a table is printed there.

    Each has its header as row 0, group rows and totals as one cell over all columns, the ordinal of a row without
    one blank, and cells merged down as spans. Places are those of the printed lines, and
    confidence is less than 1 where a cell or the whole table reads unlike one.
    """
    header = find_header(table_lines(printed_lines(blocks)))
    if header is None or not header.body:
        return []
    atoms = cut_into_atoms(header.body, holds_values=any(column.role in VALUE_ROLES for column in header.columns))
    columns, path = _read(header, atoms)
    return [with_confidence(assemble(columns, header.lines, header.body, atoms, path), columns, path)]


def _read(header: Header, atoms: Sequence[Atom]) -> tuple[list[Column], list[Step]]:
    columns = list(header.columns)
    model: TableModel = initial_model([column.role for column in columns])
    texts = TextScores(atoms)
    path: list[Step] = []
    for _ in range(_READINGS):
        cuts = _cuts(path)
        path = Decoder(Segments(texts, model)).best_path()
        if _cuts(path) == cuts:
            break
        model = learn(atoms, path, model)
    return columns, path


def _cuts(path: Sequence[Step]) -> list[tuple[int, int, int]]:
    return [(step.start, step.column, step.row) for step in path]
