"""What the columns of a table mean, from the words of their header labels, in any order and wording.

A label is scored against a vocabulary: every phrase it contains speaks for one meaning, the phrase it opens with a
little more, for a Vietnamese label names its head first. Labels that could mean two things are settled by the rest of
the table: 'Kết quả' is the output of a task table and the value of a target table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines.text.normalise import fold


class Meaning(StrEnum):
    """What a column holds. The first group makes a task table, the second a target table."""

    NUMBER = "number"
    GROUP = "group"
    TASK = "task"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    OUTPUT = "output"
    LEAD = "lead"
    COORDINATING = "coordinating"
    JOINT_ROLES = "joint_roles"
    DEADLINE = "deadline"
    BUDGET = "budget"
    NOTE = "note"
    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET_VALUE = "target_value"
    BASELINE = "baseline"
    SCORE = "score"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its combined label ('Trách nhiệm cụ thể Cơ quan chủ trì'), meaning and strength of the evidence."""

    index: int
    label: str
    meaning: Meaning
    score: float = 0.0


_NUMBER_LABEL = re.compile(r"(s ?)?t ?t|so t ?t|so thu tu|thu tu|stt ?/ ?tt|ma so|muc|no|#")

# Phrases without diacritics (headers of scans lose them) and how strongly each speaks for a meaning.
VOCABULARY: dict[Meaning, dict[str, float]] = {
    Meaning.GROUP: {"linh vuc": 2.0, "nhom nhiem vu": 4.0},
    Meaning.TASK: {"nhiem vu": 3.0, "noi dung": 1.5, "cong viec": 2.5, "dau viec": 3.0, "viec can": 2.0},
    Meaning.OBJECTIVE: {"muc tieu": 3.0, "muc dich": 3.0, "yeu cau": 1.5},
    Meaning.ACTIVITY: {"hoat dong": 2.5, "giai phap": 2.5, "bien phap": 2.5, "cach thuc": 2.0, "cac buoc": 2.0},
    Meaning.OUTPUT: {
        "san pham": 3.0,
        "ket qua": 2.0,
        "dau ra": 3.0,
        "hinh thuc van ban": 2.0,
        "loai van ban": 2.0,
        "van ban": 1.0,
    },
    Meaning.LEAD: {
        "chu tri": 3.5,
        "chiu trach nhiem": 3.0,
        "trach nhiem": 2.0,
        "tham muu": 3.0,
        "phu trach": 2.5,
        "dau moi": 2.5,
        "don vi thuc hien": 3.0,
        "co quan thuc hien": 3.0,
        "bo phan thuc hien": 3.0,
        "nguoi thuc hien": 3.0,
        "to chuc thuc hien": 1.5,
        "phan cong": 2.5,
        "thuc hien chinh": 2.0,
        "theo doi": 1.5,
        "don vi": 1.0,
        "co quan": 1.0,
    },
    Meaning.COORDINATING: {"phoi hop": 3.5, "tham gia": 2.5, "lien quan": 1.0},
    Meaning.DEADLINE: {
        "thoi gian": 3.5,
        "thoi han": 3.5,
        "thoi diem": 3.5,
        "tien do": 3.5,
        "lo trinh": 3.0,
        "han hoan thanh": 3.5,
        "hoan thanh": 2.0,
        "ngay": 1.0,
    },
    Meaning.BUDGET: {"kinh phi": 3.5, "du toan": 3.5, "ngan sach": 2.5, "nguon von": 3.0},
    Meaning.NOTE: {"ghi chu": 4.0},
    Meaning.INDICATOR: {"chi tieu": 3.0, "tieu chi": 3.0, "chi so": 2.5},
    Meaning.UNIT: {"don vi tinh": 6.0, "dvt": 6.0, "don vi do": 6.0, "dv tinh": 6.0},
    Meaning.TARGET_VALUE: {
        "gia tri": 2.5,
        "muc dat": 3.0,
        "phan dau": 3.0,
        "can dat": 2.0,
        "ke hoach": 1.5,
        "muc tieu": 2.0,
        "ket qua": 1.0,
        "ty le": 1.5,
        "giai doan": 1.5,
    },
    Meaning.BASELINE: {
        "hien trang": 4.0,
        "uoc thuc hien": 4.0,
        "da dat": 4.0,
        "ket qua thuc hien": 1.5,
        "so lieu": 1.5,
    },
    Meaning.SCORE: {"thang diem": 4.0, "diem chuan": 4.0, "diem toi da": 4.0, "diem cham": 4.0, "diem": 2.0},
    Meaning.OTHER: {"lanh dao": 4.5, "ban hanh": 3.0, "phe duyet": 3.0, "cap trinh": 4.0, "can cu": 3.0},
}

_YEAR = re.compile(r"\b(20\d\d)\b")
_PERIOD = re.compile(r"\b20\d\d\b|giai doan|\bquy\b|\b6 thang\b|\bnam (?:truoc|nay)\b")
_DONE = re.compile(r"\bthuc hien\b|\bket qua\b|\bdat duoc\b")
_MIN_SCORE = 1.0
_UPPER_SHARE = 0.3
_HEAD_BONUS = 1.25
_GENERIC = 1.0
_ROLE_COLUMNS = frozenset(
    {Meaning.LEAD, Meaning.COORDINATING, Meaning.JOINT_ROLES, Meaning.DEADLINE, Meaning.OUTPUT, Meaning.BUDGET}
)
_TEXT_COLUMNS = (Meaning.TASK, Meaning.ACTIVITY, Meaning.INDICATOR, Meaning.OBJECTIVE)


def scores(label: str) -> dict[Meaning, float]:
    """How strongly the words of a label speak for each meaning; empty when they say nothing."""
    key = re.sub(r"\s+", " ", re.sub(r"[^\w#]+", " ", fold(label))).strip()
    if _NUMBER_LABEL.fullmatch(key):
        return {Meaning.NUMBER: 6.0}
    found: dict[Meaning, float] = {}
    first_at = len(key) + 1
    first: Meaning | None = None
    for meaning, phrases in VOCABULARY.items():
        for phrase, weight in phrases.items():
            hit = re.search(rf"\b{phrase}\b", key)
            if hit is None:
                continue
            found[meaning] = max(found.get(meaning, 0.0), weight)
            if hit.start() < first_at and weight > _GENERIC:
                first_at, first = hit.start(), meaning
    if found.get(Meaning.LEAD, 0.0) >= 3.0 and found.get(Meaning.COORDINATING, 0.0) >= 3.0:
        found[Meaning.JOINT_ROLES] = 6.0
    if first is not None:
        found[first] += _HEAD_BONUS
    if _YEAR.search(key) and not _names_document_field(found):
        found[Meaning.TARGET_VALUE] = found.get(Meaning.TARGET_VALUE, 0.0) + 2.0
    return found


def level_scores(levels: Sequence[str]) -> dict[Meaning, float]:
    """Scores of a label printed in levels, upper first: the lower one decides, the upper ones help.

    'Cơ quan chịu trách nhiệm' over 'Phối hợp' is a coordinating column, 'Thời gian' over 'Bắt đầu' a deadline.
    """
    *uppers, lower = levels
    found = scores(lower)
    for upper in uppers:
        for meaning, score in scores(upper).items():
            found[meaning] = found.get(meaning, 0.0) + score * (_UPPER_SHARE if found else 1.0)
    return found


def _names_document_field(found: dict[Meaning, float]) -> bool:
    """A year inside 'Thời gian thực hiện năm 2026' or 'Nhiệm vụ năm 2026' is no value column."""
    fields = (Meaning.DEADLINE, Meaning.TASK, Meaning.LEAD, Meaning.BUDGET, Meaning.COORDINATING)
    return any(found.get(meaning, 0.0) >= 2.0 for meaning in fields)


def is_label(text: str) -> bool:
    """Whether a short cell reads like a column label at all."""
    return 0 < len(text) <= 90 and max(scores(text).values(), default=0.0) >= _MIN_SCORE


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
    return Meaning.INDICATOR in meanings and bool(meanings & company) and Meaning.SCORE not in meanings


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
        for stand_in in _TEXT_COLUMNS[1:]:
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
