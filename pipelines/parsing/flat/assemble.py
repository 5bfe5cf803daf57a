"""A reading of a flattened table as a `Table`: header row, group rows, rows, merged cells as spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.parsing.flat.atoms import Atom
from pipelines.parsing.flat.decode import BANNER, TOTAL, Aside, Step
from pipelines.parsing.flat.header import Column, Role
from pipelines.parsing.flat.lines import Line
from pipelines.parsing.flat.scoring import TEXT_ROLES
from pipelines.reading.document import Cell, Place, Table
from pipelines.text.wrapping import join_wrapped


@dataclass(slots=True)
class _Row:
    """Lines of each filled column; `banner` rows hold one text over the whole width."""

    banner: bool
    lines: dict[int, list[str]] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=dict)

    def add(self, column: int, lines: Sequence[str], place: Place) -> None:
        self.lines.setdefault(column, []).extend(lines)
        self.places.setdefault(column, []).append(place)


def assemble(
    columns: Sequence[Column], header: Sequence[Line], body: Sequence[Line], atoms: Sequence[Atom], path: Sequence[Step]
) -> Table:
    roles = [column.role for column in columns]
    rows = _join_lone_texts(_rows(body, atoms, path, roles.index(Role.NUMBER) if Role.NUMBER in roles else -1), roles)
    width = len(columns)
    head = header[0].place if header else Place()
    cells = [Cell(column.label, 0, index, places=(head,)) for index, column in enumerate(columns)]
    owner: list[Cell | None] = [None] * width
    for index, row in enumerate(rows, start=1):
        if row.banner:
            cells.append(_cell(row, 0, index, column_span=width))
            owner = [None] * width
            continue
        for column in range(width):
            above = owner[column]
            if column not in row.lines and above is not None and _merged_down(row, column, roles):
                cells.remove(above)
                owner[column] = Cell(
                    above.text,
                    above.row,
                    column,
                    index - above.row + 1,
                    places=above.places,
                    paragraphs=above.paragraphs,
                )
            else:
                owner[column] = _cell(row, column, index) if column in row.lines else Cell("", index, column)
            cell = owner[column]
            if cell is not None:
                cells.append(cell)
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return Table(ordered, row_count=len(rows) + 1, column_count=width, header_row_count=1)


def _rows(body: Sequence[Line], atoms: Sequence[Atom], path: Sequence[Step], number_column: int) -> list[_Row]:
    rows: dict[int, _Row] = {}
    for step in path:
        if step.aside is Aside.STRAY:
            continue
        row = rows.setdefault(step.row, _Row(step.column in (BANNER, TOTAL)))
        column = number_column if step.aside is Aside.ORDINAL else max(step.column, 0)
        row.add(column, _printed_lines(atoms[step.start : step.end]), body[atoms[step.start].line].place)
    return [rows[number] for number in sorted(rows)]


def _printed_lines(atoms: Sequence[Atom]) -> list[str]:
    lines: list[str] = []
    for atom in atoms:
        if atom.opens_line or not lines:
            lines.append(atom.printed)
        else:
            lines[-1] += " " + atom.printed
    return lines


def _join_lone_texts(rows: Sequence[_Row], roles: Sequence[Role]) -> list[_Row]:
    """A row that holds nothing but one text is a further paragraph of the cell above it."""
    joined: list[_Row] = []
    for row in rows:
        only = next(iter(row.lines)) if len(row.lines) == 1 else None
        above = joined[-1] if joined else None
        if (
            not row.banner
            and only is not None
            and roles[only] is not Role.NUMBER
            and above is not None
            and not above.banner
            and len(above.lines) > 2
        ):
            above.add(only, row.lines[only], row.places[only][0])
        else:
            joined.append(row)
    return joined


def _merged_down(row: _Row, column: int, roles: Sequence[Role]) -> bool:
    """Whether a blank cell of a row without an ordinal belongs to the cell above it, merged over both rows."""
    if Role.NUMBER not in roles or roles.index(Role.NUMBER) in row.lines or roles[column] is Role.NUMBER:
        return False
    first = min(row.lines)
    if column < first:
        return True
    if roles[column] in TEXT_ROLES:
        return False
    missing = [c for c in range(first, len(roles)) if c not in row.lines and roles[c] is not Role.NOTE]
    return len(missing) >= 2


def _cell(row: _Row, column: int, index: int, column_span: int = 1) -> Cell:
    text = join_wrapped(row.lines[column])
    return Cell(text, index, column, column_span=column_span, places=tuple(row.places[column]), paragraphs=(text,))
