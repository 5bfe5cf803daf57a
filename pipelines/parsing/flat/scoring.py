"""How well a run of lines reads as one cell of a column: what it says, and how its lines are wrapped."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.parsing import vocabulary
from pipelines.parsing.flat.atoms import SMALL_DEADLINE, Atom, is_ordinal
from pipelines.parsing.flat.header import Role
from pipelines.parsing.flat.widths import SPACE
from pipelines.text.normalise import fold

UNIT_ROLES = frozenset({Role.LEAD, Role.COORDINATING, Role.RESPONSIBLE})
VALUE_ROLES = frozenset({Role.MEASURE, Role.VALUE})
TEXT_ROLES = frozenset({Role.TASK, Role.OBJECTIVE, Role.ACTIVITY, Role.INDICATOR})

_BLANK_COST: dict[Role, float] = {
    Role.NUMBER: 0.0,
    Role.TASK: 6.0,
    Role.INDICATOR: 6.0,
    Role.OBJECTIVE: 3.0,
    Role.ACTIVITY: 3.0,
    Role.OUTPUT: 2.5,
    Role.LEAD: 2.5,
    Role.RESPONSIBLE: 2.5,
    Role.COORDINATING: 2.0,
    Role.DEADLINE: 2.5,
    Role.BUDGET: 1.0,
    Role.NOTE: 0.4,
    Role.MEASURE: 2.0,
    Role.VALUE: 2.0,
}
_OPEN_END = re.compile(
    r"(?:[,&(/–-]|\b(?:và|của|theo|cho|với|các|những|về|tại|trong|từ|đến|hoặc|do|để|là|có|được|bằng"
    r"|(?<!cấp )trên|khi|sau|trước|văn phòng|phòng|trung tâm|ủy ban|uỷ ban|hội đồng|chủ tịch|cơ quan,|bộ phận"
    r"|giám đốc|thường trực|ban chỉ đạo|ban chỉ huy|(?<!tổ )(?<!thôn )(?<!hiệu )trưởng|chánh|(?:vp|tt|p|ubmt)\.?))$",
    re.IGNORECASE,
)
_OPEN_DATE = re.compile(
    r"\b(?:quý [IVX\d, ]+|(?<!tháng )(?:cuối|đầu)|trong|hết) năm$|^(?:năm|trước|báo cáo năm)$"
    r"|(?<!\d )(?<!hàng )(?<!hằng )(?<!mỗi )\b(?:ngày|tháng|quý)$",
    re.IGNORECASE,
)
# 'Các cơ quan, đơn vị' coordinate as a rule; leading is the work of one.
_COLLECTIVE_LEAD = 1.5
_TAIL = 24  # letters looked at to tell whether a text ends in the middle of a phrase
_PARAGRAPH_END = re.compile(r"[.;:…]$")
_BULLET = re.compile(r"^[-+•*–]")


@dataclass(slots=True)
class ColumnModel:
    """What is known of a column so far; learnt again after each decoding."""

    role: Role
    width: float | None = None
    blank_cost: float = 2.0
    recurring: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class TableModel:
    """The columns and how far apart lines of one cell, and of two cells, stand."""

    columns: list[ColumnModel]
    gap_inside: dict[int, float] = field(default_factory=dict)
    gap_between: dict[int, float] = field(default_factory=dict)


def initial_model(roles: Sequence[Role]) -> TableModel:
    return TableModel([ColumnModel(role, blank_cost=_BLANK_COST[role]) for role in roles])


def prior_blank_cost(role: Role) -> float:
    return _BLANK_COST[role]


def affinity(role: Role, text: str) -> float:
    """Log-likelihood, up to a constant, of a column of this role saying this."""
    words = text.count(" ") + 1
    unit = vocabulary.unit_likeness(text)
    deadline = vocabulary.deadline_likeness(text)
    if role in UNIT_ROLES:
        collective = role is Role.LEAD and vocabulary.names_collective(text)
        return 8.0 * max(unit, 0.25) - 6.5 - (_COLLECTIVE_LEAD if collective else 0.0)
    if role is Role.DEADLINE:
        return 8.0 * deadline - 6.5 - max(0, words - 14) * 0.3
    foreign = 4.0 * max(0.0, max(unit if words < 14 else 0.0, deadline) - 0.75) / 0.25
    if role is Role.OUTPUT:
        return 3.5 * vocabulary.output_likeness(text) - 2.6 - foreign
    if role is Role.BUDGET:
        return 5.0 * vocabulary.budget_likeness(text) - 3.0
    if role in TEXT_ROLES:
        return 2.0 * vocabulary.task_likeness(text) - 1.0 - foreign - (2.0 if words == 1 else 0.0)
    if role is Role.NOTE:
        return -1.5
    if role is Role.VALUE:
        return 8.0 * vocabulary.value_likeness(text) - 5.0 - 0.3 * max(0, words - 4)
    if role is Role.MEASURE:
        return 6.0 * vocabulary.measure_likeness(text) - 3.0 - 0.3 * max(0, words - 3)
    return -0.5


def opening_score(role: Role, text: str) -> float:
    """A cell opens with a capital, a figure or a bullet; units of measure and values need not."""
    first = text[0]
    if role in VALUE_ROLES and vocabulary.opens_value(text):
        return 0.0
    if role is Role.DEADLINE and SMALL_DEADLINE.match(text):
        return -1.0
    if first.isupper() or first.isdigit() or first in '-+•*–(“"≥':
        return 0.0
    return -4.5


def closing_score(text: str) -> float:
    """A cell does not end in the middle of a phrase."""
    score = 0.0
    tail = text[-_TAIL:]
    if _OPEN_END.search(tail) or _OPEN_DATE.search(tail):
        score -= 4.5
    elif text.endswith((";", ":")):
        score -= 1.0 if _BULLET.match(text) else 2.5
    if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        score -= 2.0
    return score


def wrap_score(
    line: str,
    line_width: float,
    following: Atom,
    column_width: float,
    role: Role,
    *,
    listed: bool = True,
    known: bool = False,
    proper: bool = True,
) -> float:
    """Log-likelihood of `following` continuing a cell whose last line is `line`.

    Within a paragraph a line is broken only where its next word does not fit. `listed`: the cell opens with a
    bullet. `known`: the words on both sides of the wrap stand side by side elsewhere in the document. `proper`: the
    word after the wrap has a capital within sentences too.
    """
    slack = column_width - line_width - SPACE - following.first_word_width
    first = following.text[0]
    bullet = bool(_BULLET.match(following.line_text))
    capital = first.isupper() or first in "“("
    ended = bool(_PARAGRAPH_END.search(line))
    score = -0.1
    score += 0.8 if known else -0.4
    if capital and not line.endswith("-"):
        score -= 0.9 if proper else 1.9
    if bullet:
        score -= 0.3 if listed or line.endswith(":") else 2.5
        if role not in UNIT_ROLES and vocabulary.unit_likeness(following.line_text) > 0.85:
            score -= 2.5
    if following.opens_line and _opens_row(following):
        score -= 3.0
    if slack > 0.5:
        misfit = min(4.5, 0.6 + 0.9 * slack)
        if bullet or (ended and capital):
            misfit = min(misfit, 0.8)
        elif capital and opens_item(role, following.line_text):
            misfit = min(misfit, 1.5)
        elif capital or first.isdigit():
            misfit = min(misfit, 3.8)
        score -= misfit
    return score


def _opens_row(atom: Atom) -> bool:
    """A line that is an ordinal, or opens with one before a capital, counts a row rather than goes on with a cell."""
    if not is_ordinal(atom.text):
        return False
    return atom.ends_line or atom.line_text[len(atom.text) + 1 :][:1].isupper()


def opens_item(role: Role, text: str) -> bool:
    """Whether a line can open a further item of a list that columns of this role hold."""
    if role in UNIT_ROLES:
        return bool(vocabulary.UNIT_OPENING.match(fold(text)))
    return role is Role.OUTPUT and bool(vocabulary.OUTPUT_OPENING.match(fold(text)))


def overflow_score(line_width: float, column_width: float) -> float:
    """A line is no wider than its column."""
    excess = line_width - column_width * 1.02 - 0.2
    return 0.0 if excess <= 0 else -1.0 - 1.5 * excess


def recurrence_score(model: ColumnModel, key: str) -> float:
    count = model.recurring.get(key, 0)
    if count < 3:
        return 0.0
    weight = 0.4 if model.role in TEXT_ROLES else 1.0
    return weight * min(3.0, 0.8 * math.log2(count))
