"""Rules applied to frames: for every rule the outcome of each plan, or of the set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from quality.catalogue import BrokenRuleError, rows_in_scope
from quality.checkpoint import Checkpoints, Validation
from quality.finding import failure_of_row
from quality.quoting import with_found_words
from quality.records import Frames, PlanRecords, SetRecords, row_values
from quality.result import Failed, Failure, NotApplicable, Outcome, Passed
from quality.rule import ExpectationRule, Level, PlanRule, Rule, SetRule

SET = ""  # stands for the whole set where outcomes are keyed by plan id


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One rule's outcome for each plan id, or for `SET` when the rule is about the whole set."""

    rule: Rule
    outcomes: Mapping[str, Outcome]

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(f for o in self.outcomes.values() if isinstance(o, Failed) for f in o.failures)

    def tally(self) -> Counter[str]:
        """How many plans passed, failed, or gave the rule nothing to judge."""
        names = {Passed: "passed", Failed: "failed", NotApplicable: "not_applicable"}
        return Counter(names[type(outcome)] for outcome in self.outcomes.values())


def evaluate_expectations(
    rules: Sequence[ExpectationRule], frames: Frames, checkpoints: Checkpoints
) -> list[Evaluation]:
    """Outcomes of the rules Great Expectations checks. A rule that raises is tried again on each plan alone."""
    validations = checkpoints.run(rules, frames)
    evaluations = []
    for rule in rules:
        validation = validations[rule.code]
        if validation.error is None:
            evaluations.append(Evaluation(rule, _outcomes(rule, frames, validation)))
        elif rule.level is Level.SET:
            evaluations.append(Evaluation(rule, {SET: Failed((_set_error(rule, validation.error),))}))
        else:
            evaluations.append(Evaluation(rule, _outcomes_plan_by_plan(rule, frames)))
    return evaluations


def evaluate_plan_rules(rules: Sequence[PlanRule], frames: Frames) -> list[Evaluation]:
    """Outcomes of the rules that are functions of one plan. Raising on a plan is failing for that plan."""
    if not rules:
        return []
    plans = list(_each_plan(frames))
    return [Evaluation(rule, {plan.plan_id: _guarded(rule, plan) for plan in plans}) for rule in rules]


def evaluate_set_rules(rules: Sequence[SetRule], records: SetRecords) -> list[Evaluation]:
    """Outcomes of the rules that are functions of the whole set. Raising is failing."""
    evaluations = []
    for rule in rules:
        try:
            outcome = rule.check(records)
        except Exception as error:
            outcome = Failed((_set_error(rule, repr(error)),))
        evaluations.append(Evaluation(rule, {SET: outcome}))
    return evaluations


def _outcomes(rule: ExpectationRule, frames: Frames, validation: Validation) -> dict[str, Outcome]:
    frame = frames[rule.frame]
    failures: dict[str, list[Failure]] = defaultdict(list)
    for row in frame.iloc[list(validation.failing_rows)].to_dict("records"):
        failure = failure_of_row(rule, with_found_words(rule, row_values(row)))
        failures[SET if rule.level is Level.SET else failure.plan_id or SET].append(failure)
    if rule.level is Level.SET:
        return {SET: Failed(tuple(failures[SET])) if failures else Passed()}
    in_scope = set(rows_in_scope(rule, frame)["plan_id"])
    outcomes: dict[str, Outcome] = {}
    for plan_id in frames["plan"]["plan_id"]:
        if plan_id in failures:
            outcomes[plan_id] = Failed(tuple(failures[plan_id]))
        else:
            outcomes[plan_id] = Passed() if plan_id in in_scope else NotApplicable(rule.not_applicable)
    return outcomes


def _outcomes_plan_by_plan(rule: ExpectationRule, frames: Frames) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    checkpoints = Checkpoints()
    for plan in _each_plan(frames):
        validation = checkpoints.run([rule], plan.frames)[rule.code]
        if validation.error is None:
            outcomes |= _outcomes(rule, plan.frames, validation)
        else:
            outcomes[plan.plan_id] = Failed((_plan_error(rule, plan, validation.error),))
    return outcomes


def _guarded(rule: PlanRule, plan: PlanRecords) -> Outcome:
    try:
        return rule.check(plan)
    except BrokenRuleError:
        raise
    except Exception as error:
        return Failed((_plan_error(rule, plan, repr(error)),))


def _each_plan(frames: Frames) -> Iterable[PlanRecords]:
    """The plans one by one, each with its rows; one pass over every frame."""
    groups = {name: dict(list(frame.groupby("plan_id"))) for name, frame in frames.items()}
    for row in frames["plan"].to_dict("records"):
        own: dict[str, pd.DataFrame] = {
            name: groups[name].get(row["plan_id"], frame.head(0)) for name, frame in frames.items()
        }
        yield PlanRecords(plan=row_values(row), frames=own)


def _plan_error(rule: Rule, plan: PlanRecords, error: str) -> Failure:
    return Failure(
        message=f"Không kiểm tra được quy tắc {rule.code} trên kế hoạch này nên tính là không đạt.",
        evidence=error,
        plan_id=plan.plan_id,
        record_table="dim_plan",
        record_id=plan.plan_id,
        source_file=plan.plan["source_file"],
    )


def _set_error(rule: Rule, error: str) -> Failure:
    return Failure(
        message=f"Không kiểm tra được quy tắc {rule.code} trên toàn bộ dữ liệu nên tính là không đạt.",
        evidence=error,
        record_table="set",
        record_id=rule.code,
    )
