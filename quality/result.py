"""What a rule says of one plan (or of the whole set): it passed, it failed and where, or it does not apply and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One record that breaks a rule.

    `message` is a Vietnamese sentence that says what is wrong with this record; place and remedy are added later.
    `evidence` holds the printed words or the figures it rests on. `plan_id` is None for a failure of the whole set.
    """

    message: str
    record_table: str
    record_id: str
    plan_id: str | None = None
    evidence: str | None = None
    source_file: str | None = None
    source_page: int | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """Every record the rule looks at satisfies it."""


@dataclass(frozen=True, slots=True)
class Failed:
    """At least one record breaks the rule."""

    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The plan holds nothing for this rule to look at; `reason` is Vietnamese."""

    reason: str


Outcome = Passed | Failed | NotApplicable
