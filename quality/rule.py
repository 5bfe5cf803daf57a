"""A rule: a statement a commune officer reads, how serious breaking it is, and the check behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from quality.records import PlanRecords, SetRecords
from quality.result import Outcome


class Severity(StrEnum):
    """What a failed rule leads to."""

    BLOCKING = "blocking"  # the whole release is withheld
    HOLDING = "holding"  # the plan is held back, the others are published
    WARNING = "warning"  # published; the commune should mend it
    NOTE = "note"  # published; worth a look


class Level(StrEnum):
    """What a rule is about."""

    SET = "set"
    DOCUMENT = "document"
    PLAN = "plan"
    TASK = "task"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Expect:
    """A Great Expectations expectation: its class name and its arguments."""

    expectation: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule states.

    `statement`: what must hold. `remedy`: what whoever is told of a failure should do. Both are Vietnamese sentences.
    `source`: the regulation that sets it, if one does.
    """

    code: str
    severity: Severity
    level: Level
    statement: str
    remedy: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationRule(Rule):
    """A rule that Great Expectations checks on the rows of one frame (see quality.frames).

    `applies_when`: pandas query that picks the rows in scope; None takes all.
    `not_applicable`: why a plan without a row in scope cannot be judged.
    `finding` and `evidence`: text templates over the columns of a failing row, `{task_text}`.
    """

    frame: str
    check: Expect
    finding: str
    evidence: str | None = None
    applies_when: str | None = None
    not_applicable: str = "Kế hoạch không có nội dung thuộc phạm vi của quy tắc."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRule(Rule):
    """A rule whose check is a function of all the records of one plan."""

    check: Callable[[PlanRecords], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRule(Rule):
    """A rule whose check is a function of the whole set, after the plans to hold are known."""

    check: Callable[[SetRecords], Outcome]
