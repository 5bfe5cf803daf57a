"""What the columns of a table mean, from the words of their header labels, in any order and wording.

Labels that could mean two things are settled by the rest of the table: 'Kết quả' is the output of a task table and the
value of a target table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.column_words import Meaning, is_label, level_scores
from pipelines.text.normalise import fold

__all__ = ["Column", "Meaning", "is_label", "is_target_table", "is_task_table", "resolve"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its combined label ('Trách nhiệm cụ thể Cơ quan chủ trì'), meaning and strength of the evidence."""

    index: int
    label: str
    meaning: Meaning
    score: float = 0.0


_YEAR = re.compile(r"\b(20\d\d)\b")
_PERIOD = re.compile(r"\b20\d\d\b|giai doan|\bquy\b|\b6 thang\b|\bnam (?:truoc|nay)\b")
_DONE = re.compile(r"\bthuc hien\b|\bket qua\b|\bdat duoc\b")
_MIN_SCORE = 1.0
# A table of scores is a target table when a column names the value to reach ('Mục tiêu', 'Kế hoạch', a year).
_NAMED_VALUE_SCORE = 2.0
_ROLE_COLUMNS = frozenset(
    {
        Meaning.LEAD,
        Meaning.COORDINATING,
        Meaning.JOINT_ROLES,
        Meaning.DEADLINE,
        Meaning.SCHEDULE,
        Meaning.OUTPUT,
        Meaning.BUDGET,
    }
)
_TEXT_COLUMNS = (Meaning.TASK, Meaning.ACTIVITY, Meaning.INDICATOR, Meaning.OBJECTIVE)


def resolve(headers: Sequence[Sequence[str]], *, first_year: int | None = None) -> tuple[Column, ...]:
    """Columns of a table by their header labels, each in its printed levels, upper first.

    `first_year` of the plan tells a past year's column from a target's.
    """
    guesses = [level_scores(levels) for levels in headers]
    labels = [" ".join(levels) for levels in headers]
    if _is_target_table(guesses):
        columns = [_target_column(i, label, guesses[i], first_year) for i, label in enumerate(labels)]
        return _settle_target_columns(columns)
    columns = [_task_column(i, label, guesses[i]) for i, label in enumerate(labels)]
    return _settle_task_columns(columns)


def is_task_table(columns: Sequence[Column]) -> bool:
    """A text column beside at least one column that says who, when or what comes out."""
    meanings = {column.meaning for column in columns}
    return Meaning.TASK in meanings and bool(meanings & _ROLE_COLUMNS) and Meaning.SCORE not in meanings


def is_target_table(columns: Sequence[Column]) -> bool:
    """An indicator column with its value columns, or with a unit of measure or someone responsible."""
    meanings = {column.meaning for column in columns}
    company = {Meaning.TARGET_VALUE, Meaning.UNIT, Meaning.LEAD}
    names_value = any(c.meaning is Meaning.TARGET_VALUE and c.score >= _NAMED_VALUE_SCORE for c in columns)
    is_scoring = Meaning.SCORE in meanings and not names_value
    return Meaning.INDICATOR in meanings and bool(meanings & company) and not is_scoring


def _is_target_table(guesses: Sequence[dict[Meaning, float]]) -> bool:
    has_unit = any(guess.get(Meaning.UNIT) for guess in guesses)
    names_indicator = any(
        guess.get(Meaning.INDICATOR, 0.0) >= 2.5 and not guess.get(Meaning.TASK, 0.0) >= 3.0 for guess in guesses
    )
    names_task = any(guess.get(Meaning.TASK, 0.0) >= 3.0 for guess in guesses)
    has_value = sum(guess.get(Meaning.TARGET_VALUE, 0.0) >= 2.0 for guess in guesses)
    has_output = any(g.get(Meaning.OUTPUT, 0.0) >= 4.0 and not g.get(Meaning.TARGET_VALUE, 0.0) >= 2.0 for g in guesses)
    if has_unit:
        return names_indicator or not names_task or bool(has_value)
    return names_indicator and not names_task and not has_output


def _best(guess: dict[Meaning, float], among: Sequence[Meaning]) -> tuple[Meaning, float]:
    ranked = [(guess.get(meaning, 0.0), meaning) for meaning in among]
    score, meaning = max(ranked, key=lambda pair: pair[0])
    return (meaning, score) if score >= _MIN_SCORE else (Meaning.OTHER, 0.0)


_TASK_MEANINGS = (
    Meaning.NUMBER,
    Meaning.JOINT_ROLES,
    Meaning.TASK,
    Meaning.OUTPUT,
    Meaning.OBJECTIVE,
    Meaning.ACTIVITY,
    Meaning.LEAD,
    Meaning.COORDINATING,
    Meaning.DEADLINE,
    Meaning.BUDGET,
    Meaning.NOTE,
    Meaning.GROUP,
    Meaning.INDICATOR,
    Meaning.SCORE,
    Meaning.OTHER,
)


def _task_column(index: int, label: str, guess: dict[Meaning, float]) -> Column:
    return Column(index, label, *_best(guess, _TASK_MEANINGS))


def _settle_task_columns(columns: list[Column]) -> tuple[Column, ...]:
    meanings = [column.meaning for column in columns]
    if Meaning.TASK not in meanings:
        # 'Lĩnh vực/Nhiệm vụ' over groups and their tasks in one column.
        for stand_in in (*_TEXT_COLUMNS[1:], Meaning.GROUP):
            if stand_in in meanings:
                _rename(columns, meanings.index(stand_in), Meaning.TASK)
                break
    tasks = [column for column in columns if column.meaning is Meaning.TASK]
    if len(tasks) > 1:
        best = max(tasks, key=lambda column: column.score)
        for column in tasks:
            if column.index != best.index:
                _rename(columns, column.index, Meaning.GROUP if column.index < best.index else Meaning.ACTIVITY)
    if not any(column.meaning is Meaning.OBJECTIVE for column in columns):
        _rename_first(columns, Meaning.INDICATOR, Meaning.OBJECTIVE)
    if not any(column.meaning in (Meaning.LEAD, Meaning.JOINT_ROLES) for column in columns):
        _rename_first(columns, Meaning.COORDINATING, Meaning.LEAD, unless_strong=True)
    _keep_best(columns, (Meaning.LEAD, Meaning.COORDINATING, Meaning.OUTPUT, Meaning.DEADLINE, Meaning.BUDGET))
    _keep_best(columns, (Meaning.JOINT_ROLES, Meaning.OBJECTIVE, Meaning.ACTIVITY, Meaning.INDICATOR))
    return tuple(columns)


def _target_column(index: int, label: str, guess: dict[Meaning, float], first_year: int | None) -> Column:
    if _is_past(label, first_year):
        return Column(index, label, Meaning.BASELINE, 4.0)
    among = (
        Meaning.NUMBER,
        Meaning.UNIT,
        Meaning.BASELINE,
        Meaning.TARGET_VALUE,
        Meaning.INDICATOR,
        Meaning.DEADLINE,
        Meaning.LEAD,
        Meaning.COORDINATING,
        Meaning.NOTE,
        Meaning.BUDGET,
        Meaning.SCORE,
        Meaning.GROUP,
        Meaning.OTHER,
    )
    meaning, score = _best(guess, among)
    if guess.get(Meaning.TASK, 0.0) > score:
        meaning, score = Meaning.INDICATOR, guess[Meaning.TASK] / 2
    if meaning is Meaning.INDICATOR and _PERIOD.search(fold(label)):
        return Column(index, label, Meaning.TARGET_VALUE, 2.0)
    return Column(index, label, meaning, score)


def _is_past(label: str, first_year: int | None) -> bool:
    key = fold(label)
    years = [int(year) for year in _YEAR.findall(key)]
    if years and first_year is not None:
        return max(years) < first_year
    return bool(years) and bool(_DONE.search(key)) and not re.search(r"muc tieu|chi tieu|ke hoach|phan dau", key)


def _settle_target_columns(columns: list[Column]) -> tuple[Column, ...]:
    indicators = [column for column in columns if column.meaning is Meaning.INDICATOR]
    if not indicators:
        texts = [c for c in columns if c.meaning in (Meaning.OTHER, Meaning.TARGET_VALUE, Meaning.GROUP)]
        if texts:
            _rename(columns, texts[0].index, Meaning.INDICATOR)
    for column in indicators[1:]:
        _rename(columns, column.index, Meaning.TARGET_VALUE)
    _keep_best(columns, (Meaning.LEAD, Meaning.UNIT))
    return tuple(columns)


def _rename(columns: list[Column], index: int, meaning: Meaning) -> None:
    old = columns[index]
    columns[index] = Column(old.index, old.label, meaning, old.score)


def _rename_first(columns: list[Column], old: Meaning, new: Meaning, *, unless_strong: bool = False) -> None:
    for column in columns:
        if column.meaning is old and not (unless_strong and column.score >= 3.0):
            _rename(columns, column.index, new)
            return


def _keep_best(columns: list[Column], meanings: Sequence[Meaning]) -> None:
    """Of several columns with one meaning the strongest keeps it; what the others say is kept as a note."""
    for meaning in meanings:
        same = [column for column in columns if column.meaning is meaning]
        if len(same) > 1:
            best = max(same, key=lambda column: column.score)
            for column in same:
                if column.index != best.index:
                    _rename(columns, column.index, Meaning.NOTE)
