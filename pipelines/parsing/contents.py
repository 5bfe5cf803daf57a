"""The columns of a table that prints no header, guessed from what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipelines.parsing.columns import Column, Meaning
from pipelines.parsing.vocabulary import deadline_likeness, output_likeness, unit_likeness
from pipelines.reading.document import Table
from pipelines.text.normalise import fold

_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6}|[A-HĐ]|[a-zđ])[.)/]?|\((?:\d{1,2}|[a-zđ])\)|[-+–*]")
# Labels of lists of persons, prices and places, whose cells can look like offices and products.
_OTHER_LIST = re.compile(
    r"ho (?:va )?(?:chu dem, )?ten|chuc (?:vu|danh).*|(?:so )?dien thoai|don gia.*|thanh tien.*|so luong|dia chi"
)
_MIN_SHARE = 0.6
_MIN_LIKENESS = 0.55


def is_ordinal(text: str) -> bool:
    """Whether a cell is a row number alone: '1', '2.1', 'IV.', 'a)', '(3)', '-'."""
    return bool(_ORDINAL.fullmatch(text.strip()))


def _is_office(text: str) -> bool:
    return unit_likeness(text) >= _MIN_LIKENESS


def _is_deadline(text: str) -> bool:
    return deadline_likeness(text) >= _MIN_LIKENESS


_LIKENESS: tuple[tuple[Meaning, Callable[[str], bool]], ...] = (
    (Meaning.LEAD, _is_office),
    (Meaning.COORDINATING, _is_office),
    (Meaning.DEADLINE, _is_deadline),
    (Meaning.OUTPUT, lambda text: output_likeness(text) >= _MIN_LIKENESS),
)


def guess_columns(table: Table) -> tuple[Column, ...] | None:
    """Columns by their contents: ordinals, offices, dates, products, and the longest text as the task.

    None when no column of offices is found, for then the table says nothing that a task table says.
    """
    grid = table.grid()
    if table.column_count < 3 or table.row_count < 2 or any(_OTHER_LIST.fullmatch(fold(cell.text)) for cell in grid[0]):
        return None
    columns = [
        [line[i].text for line in grid if line[i].text and line[i].column_span == 1] for i in range(table.column_count)
    ]
    meanings: list[Meaning] = [Meaning.OTHER] * len(columns)
    for index, texts in enumerate(columns):
        if _share(texts, is_ordinal) >= _MIN_SHARE:
            meanings[index] = Meaning.NUMBER
        elif _share(texts, _is_office) >= _MIN_SHARE:
            meanings[index] = Meaning.COORDINATING if Meaning.LEAD in meanings else Meaning.LEAD
        elif _share(texts, _is_deadline) >= _MIN_SHARE:
            meanings[index] = Meaning.DEADLINE
    rest = [i for i, meaning in enumerate(meanings) if meaning is Meaning.OTHER and columns[i]]
    if not rest or Meaning.LEAD not in meanings:
        return None
    task = max(rest, key=lambda i: sum(map(len, columns[i])) / len(columns[i]))
    meanings[task] = Meaning.TASK
    rest.remove(task)
    if rest:
        output = max(rest, key=lambda i: sum(map(output_likeness, columns[i])) / len(columns[i]))
        meanings[output] = Meaning.OUTPUT
    return tuple(Column(i, "", meaning) for i, meaning in enumerate(meanings))


def name_unlabelled(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a task table, those with a label that says nothing named by what their cells in `rows` hold.

    A misread or unusual label ('Đơn v] thực hiện') must not lose a column of offices or dates; only a meaning that no
    label of the table claims is given.
    """
    named = list(columns)
    for column in columns:
        if column.meaning is not Meaning.OTHER or column.score > 0:
            continue
        texts = [row[column.index] for row in rows if row[column.index] and len(set(row)) > 2]
        claimed = {other.meaning for other in named}
        meaning = next(
            (m for m, is_like in _LIKENESS if m not in claimed and _share(texts, is_like) >= _MIN_SHARE), None
        )
        if meaning is not None and not (meaning is Meaning.LEAD and Meaning.JOINT_ROLES in claimed):
            named[column.index] = replace(column, meaning=meaning)
    return tuple(named)


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0
