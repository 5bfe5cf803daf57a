"""The quality gate: which plans may be published, whether a release may be made at all, and every finding why not."""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from quality.catalogue import check_against_frames, check_definitions, load_catalogue
from quality.checkpoint import Checkpoints
from quality.data_docs import seal
from quality.evaluation import Evaluation, evaluate_expectations, evaluate_plan_rules, evaluate_set_rules
from quality.finding import Finding, finding_of, write_findings, write_parquet
from quality.frames import load_frames
from quality.records import SetRecords
from quality.rule import ExpectationRule, PlanRule, Rule, SetRule, Severity

DATABASE_NAME = "cchc.duckdb"
FINDINGS_NAME = "finding.parquet"
VERDICTS_NAME = "plan_verdict.parquet"
RESULT_NAME = "gate.json"
DATA_DOCS_NAME = "data-docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One rule and how it went: plans (the set counts as one) that passed, failed or gave it nothing to judge."""

    code: str
    severity: str
    level: str
    statement: str
    remedy: str
    source: str | None
    passed: int
    failed: int
    not_applicable: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlan:
    """A plan kept out of the release, the codes of the rules it broke, and in Vietnamese why and what to do."""

    plan_id: str
    source_file: str
    rule_codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """What the gate decided. `withheld_because` holds the messages of the failed set-level rules."""

    outcome: Literal["publish", "withhold"]
    plans: int
    held: tuple[HeldPlan, ...]
    findings_by_severity: dict[str, int]
    rules: tuple[RuleResult, ...]
    withheld_because: tuple[str, ...]
    seconds: float

    @property
    def findings_by_rule(self) -> dict[str, int]:
        return {rule.code: rule.findings for rule in self.rules if rule.findings}

    def write(self, build_dir: Path) -> None:
        """Keeps the result as gate.json beside the candidate database, for a publisher in another process."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (build_dir / RESULT_NAME).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, build_dir: Path) -> GateResult:
        """The result kept by `write`. Raises FileNotFoundError when the gate has not run on this build."""
        kept: dict[str, Any] = json.loads((build_dir / RESULT_NAME).read_text(encoding="utf-8"))
        held = tuple(HeldPlan(**{**plan, "rule_codes": tuple(plan["rule_codes"])}) for plan in kept.pop("held"))
        rules = tuple(RuleResult(**rule) for rule in kept.pop("rules"))
        because = tuple(kept.pop("withheld_because"))
        return cls(held=held, rules=rules, withheld_because=because, **kept)


def run_gate(build_dir: Path, rules: Sequence[Rule] | None = None, *, data_docs: bool = True) -> GateResult:
    """Checks the candidate tables of `build_dir`/cchc.duckdb against the rules (by default all of quality/rules).

    Writes finding.parquet, plan_verdict.parquet, gate.json and, unless told not to, data-docs/ into `build_dir`.
    Raises BrokenRuleError for an ill-formed rule and duckdb.Error for an incomplete candidate, before writing anything.
    """
    started = time.perf_counter()
    if rules is None:
        rules = load_catalogue()
    else:
        check_definitions(rules)
    frames = load_frames(build_dir / DATABASE_NAME)
    check_against_frames(rules, frames)

    checkpoints = Checkpoints(build_dir / DATA_DOCS_NAME if data_docs else None)
    evaluations = [
        *evaluate_expectations([rule for rule in rules if isinstance(rule, ExpectationRule)], frames, checkpoints),
        *evaluate_plan_rules([rule for rule in rules if isinstance(rule, PlanRule)], frames),
    ]
    source_files = dict(zip(frames["plan"]["plan_id"], frames["plan"]["source_file"], strict=True))
    held = _held_plans(evaluations, source_files)
    set_records = SetRecords(frames=frames, held_plan_ids=frozenset(plan.plan_id for plan in held))
    evaluations += evaluate_set_rules([rule for rule in rules if isinstance(rule, SetRule)], set_records)

    findings = _findings(evaluations)
    blocking = tuple(finding.message for finding in findings if finding.severity == Severity.BLOCKING)
    write_findings(findings, build_dir / FINDINGS_NAME)
    _write_verdicts(source_files, held, build_dir / VERDICTS_NAME)
    checkpoints.build_data_docs()
    if data_docs:
        seal(build_dir / DATA_DOCS_NAME)
    counts = Counter(finding.severity for finding in findings)
    result = GateResult(
        outcome="withhold" if blocking else "publish",
        plans=len(source_files),
        held=held,
        findings_by_severity={severity.value: counts[severity.value] for severity in Severity},
        rules=_rule_results(evaluations, findings),
        withheld_because=blocking,
        seconds=round(time.perf_counter() - started, 3),
    )
    result.write(build_dir)
    return result


def _held_plans(evaluations: Sequence[Evaluation], source_files: dict[str, str]) -> tuple[HeldPlan, ...]:
    codes: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for evaluation in evaluations:
        if evaluation.rule.severity is not Severity.HOLDING:
            continue
        for failure in evaluation.failures:
            if failure.plan_id is None:
                continue
            if evaluation.rule.code not in codes[failure.plan_id]:
                codes[failure.plan_id].append(evaluation.rule.code)
            reasons[failure.plan_id].append(f"{failure.message} {evaluation.rule.remedy}")
    return tuple(
        HeldPlan(
            plan_id=plan_id,
            source_file=source_files[plan_id],
            rule_codes=tuple(codes[plan_id]),
            reason=" ".join(reasons[plan_id]),
        )
        for plan_id in source_files
        if plan_id in codes
    )


def _findings(evaluations: Sequence[Evaluation]) -> list[Finding]:
    found = [finding_of(evaluation.rule, failure) for evaluation in evaluations for failure in evaluation.failures]
    severest_first = list(Severity)
    by_id = {finding.finding_id: finding for finding in found}  # copies of one record share one finding
    return sorted(
        by_id.values(),
        key=lambda f: (
            severest_first.index(Severity(f.severity)),
            f.plan_id or "",
            f.rule_code,
            f.source_page or 0,
            f.record_id,
        ),
    )


def _rule_results(evaluations: Sequence[Evaluation], findings: Sequence[Finding]) -> tuple[RuleResult, ...]:
    found = Counter(finding.rule_code for finding in findings)
    results = []
    for evaluation in sorted(evaluations, key=lambda one: one.rule.code):
        rule, tally = evaluation.rule, evaluation.tally()
        results.append(
            RuleResult(
                code=rule.code,
                severity=rule.severity.value,
                level=rule.level.value,
                statement=rule.statement,
                remedy=rule.remedy,
                source=rule.source,
                passed=tally["passed"],
                failed=tally["failed"],
                not_applicable=tally["not_applicable"],
                findings=found[rule.code],
            )
        )
    return tuple(results)


def _write_verdicts(source_files: dict[str, str], held: Sequence[HeldPlan], path: Path) -> None:
    held_by_id = {plan.plan_id: plan for plan in held}
    rows: list[tuple[object, ...]] = []
    for plan_id in source_files:
        plan = held_by_id.get(plan_id)
        rows.append((plan_id, "hold", list(plan.rule_codes), plan.reason) if plan else (plan_id, "publish", [], None))
    types = {"plan_id": "VARCHAR", "verdict": "VARCHAR", "rule_codes": "VARCHAR[]", "reason": "VARCHAR"}
    write_parquet(path, types, rows)
