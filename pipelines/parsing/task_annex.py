"""A task table -> its annex and one record a row that states a task or a sub-task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipelines.parsing.columns import Meaning
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import TaskRow
from pipelines.parsing.row_kinds import Heading, RowKind, classify, has_roman_groups, names_domain, numbered_groups
from pipelines.parsing.schedule import deadline_words, is_mark
from pipelines.parsing.table_layout import Layout, Row
from pipelines.text.markers import Level, split_marker
from pipelines.text.normalise import clean, fold

# Columns whose text can set a target, by the record field that holds them.
TARGET_FIELDS: dict[str, Meaning] = {
    "objective_text": Meaning.OBJECTIVE,
    "task_text": Meaning.TASK,
    "activity_text": Meaning.ACTIVITY,
    "output_text": Meaning.OUTPUT,
}
_NAMES_LEAD = re.compile(r"\bchu tri\b")
_NAMES_COORDINATING = re.compile(r"\bphoi hop\b")
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_BULLET = re.compile(r"[-–+*•]")


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The rows of one task table.

    `target_fields`: for every row, by its sequence, the fields whose cell starts there and can set a target, in the
    printed order of their columns; a cell merged down counts at its first row only.
    """

    rows: tuple[TaskRow, ...]
    printed_total: str | None
    target_fields: dict[int, tuple[str, ...]]


@dataclass(slots=True)
class _Position:
    """Where reading a table stands: the headings above, and the rows that later rows can be sub-rows of."""

    headings: list[Heading] = field(default_factory=list)
    by_number: dict[str, int] = field(default_factory=dict)
    last_numbered: int | None = None
    last_lettered: int | None = None
    last_row: TaskRow | None = None

    def open_group(self, heading: Heading) -> None:
        self.headings = [outer for outer in self.headings if outer.rank < heading.rank] + [heading]
        self.by_number.clear()
        self.last_numbered = self.last_lettered = self.last_row = None

    def group_label(self) -> str | None:
        """The innermost heading that names a reform domain, else the innermost."""
        for heading in reversed(self.headings):
            if names_domain(heading.title):
                return heading.label
        return self.headings[-1].label if self.headings else None


def read_task_table(
    layout: Layout,
    source_sha256: str,
    annex_sequence: int | None,
    first_sequence: int,
    *,
    default_group: str | None = None,
    continues: Sequence[TaskRow] = (),
) -> TaskTable:
    """Records of a task table, numbered from `first_sequence`.

    `default_group` labels rows above which no group row is printed (an annex or caption that names one domain).
    `continues` are the rows of the table this one carries on.
    """
    position = _Position()
    if continues:
        default_group = continues[-1].group_label or default_group
        numbered = [row for row in continues if row.printed_number and row.parent_sequence is None]
        position.last_numbered = numbered[-1].sequence if numbered else None
    under_roman = has_roman_groups(layout)
    subgroups = numbered_groups(layout) if under_roman else frozenset()
    rows: list[TaskRow] = []
    target_fields: dict[int, tuple[str, ...]] = {}
    totals: list[str] = []
    for row in layout.rows():
        kind, heading = classify(row, layout, under_roman=under_roman and row.index not in subgroups)
        if kind is RowKind.GROUP and heading is not None:
            position.open_group(heading)
        elif kind is RowKind.TOTAL:
            totals.append(_total(row, layout) or "")
        elif _has_content(row, layout):
            record = _record(row, layout, position, source_sha256, annex_sequence, first_sequence + len(rows))
            if record.group_label is None and default_group is not None:
                record = replace(record, group_label=default_group)
            rows.append(record)
            target_fields[record.sequence] = _fresh_fields(row, layout)
            position.last_row = record
    return TaskTable(tuple(rows), "; ".join(filter(None, totals)) or None, target_fields)


def _has_content(row: Row, layout: Layout) -> bool:
    """A row that says more than its number."""
    number = layout.column(Meaning.NUMBER)
    return any(cell.text and (cell.column != number or cell.column_span > 1) for cell in row.own())


def _total(row: Row, layout: Layout) -> str | None:
    """The printed total of tasks; a sum of money alone is none."""
    texts = [cell.text for cell in row.own() if cell.column not in layout.indices(Meaning.BUDGET)]
    joined = clean(" ".join(texts))
    return joined if re.search(r"\d", joined) else None


def _text(row: Row, layout: Layout, meaning: Meaning) -> str | None:
    """A cell's text; a cell merged across the row says it in the task column alone."""
    column, task = layout.column(meaning), layout.column(Meaning.TASK)
    if column is None or (task is not None and column != task and row.cells[column] is row.cells[task]):
        return None
    return row.text(column)


def _record(
    row: Row, layout: Layout, position: _Position, source_sha256: str, annex_sequence: int | None, sequence: int
) -> TaskRow:
    task_column = layout.column(Meaning.TASK)
    number, parent = _number_and_parent(row, layout, position, sequence)
    task_text = _text(row, layout, Meaning.TASK)
    if task_text and task_column is not None and row.cells[task_column].column < task_column:
        task_text = split_marker(task_text)[1]  # number and task in one cell across the row
    if task_text is None and parent is not None and position.last_row is not None:
        task_text = position.last_row.task_text
    joint = layout.column(Meaning.JOINT_ROLES) is not None
    lead = _text(row, layout, Meaning.JOINT_ROLES if joint else Meaning.LEAD)
    coordinating = None if joint else _text(row, layout, Meaning.COORDINATING)
    group_cell = _text(row, layout, Meaning.GROUP)
    return TaskRow(
        source_sha256=source_sha256,
        sequence=sequence,
        **place_fields(row.place(task_column), row.confidence()),
        source_kind="annex",
        annex_sequence=annex_sequence,
        group_label=_group_label(position, group_cell),
        printed_number=number,
        parent_sequence=parent,
        task_text=task_text or "",
        objective_text=_text(row, layout, Meaning.OBJECTIVE),
        activity_text=_text(row, layout, Meaning.ACTIVITY),
        output_text=_text(row, layout, Meaning.OUTPUT),
        lead_text=lead,
        coordinating_text=coordinating,
        deadline_text=_text(row, layout, Meaning.DEADLINE) or _scheduled(row, layout),
        budget_text=_text(row, layout, Meaning.BUDGET),
        note_text=_notes(row, layout),
        has_joint_roles=joint or (coordinating is None and _says_both_roles(lead)),
    )


def _group_label(position: _Position, group_cell: str | None) -> str | None:
    """The group row above; a column that names the group ('Lĩnh vực') where no group row names a domain."""
    label = position.group_label()
    if group_cell and (label is None or (names_domain(group_cell) and not _names_any_domain(position))):
        return group_cell
    return label


def _names_any_domain(position: _Position) -> bool:
    return any(names_domain(heading.title) for heading in position.headings)


def _says_both_roles(lead: str | None) -> bool:
    key = fold(lead or "")
    return bool(_NAMES_COORDINATING.search(key)) and (bool(_NAMES_LEAD.search(key)) or ":" in key or ";" in key)


def _scheduled(row: Row, layout: Layout) -> str | None:
    marked = [named for named, cell in zip(layout.periods, row.cells, strict=False) if named and is_mark(cell.text)]
    return deadline_words(marked)


def _notes(row: Row, layout: Layout) -> str | None:
    texts = [text for index in layout.indices(Meaning.NOTE) if (text := row.text(index))]
    return "; ".join(dict.fromkeys(texts)) or None


def _fresh_fields(row: Row, layout: Layout) -> tuple[str, ...]:
    columns = {name: layout.column(meaning) for name, meaning in TARGET_FIELDS.items()}
    present = [(column, name) for name, column in columns.items() if column is not None]
    return tuple(name for column, name in sorted(present) if row.starts_here(column) and row.text(column))


def _number_and_parent(row: Row, layout: Layout, position: _Position, sequence: int) -> tuple[str | None, int | None]:
    """Printed ordinal of a row and the sequence of the row it is a sub-row of.

    Sub-rows: dotted numbers (2.1), letters, bullets, a blank number cell, a number cell merged down from above.
    """
    column = layout.column(Meaning.NUMBER)
    printed = row.text(column) if column is not None else _marker_in_text(row, layout, position)
    task = layout.column(Meaning.TASK)
    if column is not None and task is not None and row.cells[column] is row.cells[task]:
        printed = _marker_in_text(row, layout, position)
    if column is not None and not row.starts_here(column):
        return None, position.last_numbered
    if printed is None:
        return None, position.last_numbered if column is not None else None
    bare = printed.strip(" .)(/")
    if _BULLET.fullmatch(bare or printed.strip()):
        return None, position.last_lettered or position.last_numbered
    parent: int | None = None
    if _DOTTED.fullmatch(bare):
        outer = bare.rpartition(".")[0]
        parent = position.by_number.get(outer)
    elif re.fullmatch(r"[a-zđ]", bare):
        parent = position.last_numbered
        position.last_lettered = sequence
    else:
        position.last_lettered = None
        position.last_numbered = sequence
    position.by_number[bare] = sequence
    if parent is None and _DOTTED.fullmatch(bare):
        position.last_numbered = sequence
    return printed, parent


def _marker_in_text(row: Row, layout: Layout, position: _Position) -> str | None:
    """The marker a task opens with, in a table without a number column; a dash only below a numbered row."""
    marker, _ = split_marker(row.text(layout.column(Meaning.TASK)) or "")
    if marker is None or (marker.level >= Level.DASH and position.last_numbered is None):
        return None
    return marker.printed
