"""The quality gate: which plans may be published, whether a release may be made at all, and every finding why not."""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from quality.catalogue import check_against_frames, check_definitions
from quality.checkpoint import Checkpoints
from quality.configuration import load_configuration
from quality.data_docs import seal
from quality.evaluation import Evaluation, evaluate_expectations, evaluate_plan_rules, evaluate_set_rules
from quality.finding import Finding, finding_of, write_findings, write_parquet
from quality.frames import load_frames
from quality.records import Frames, SetRecords
from quality.reference import Reference
from quality.rule import ExpectationRule, PlanRule, Rule, SetRule, Severity
from quality.waivers import Waiver, evaluate_waivers, places_of, waive

DATABASE_NAME = "cchc.duckdb"
CURRENT_NAME = "current"  # beside the build: the release that this one would replace
FINDINGS_NAME = "finding.parquet"
VERDICTS_NAME = "plan_verdict.parquet"
RESULT_NAME = "gate.json"
DATA_DOCS_NAME = "data-docs"
TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One rule and how it went: plans (the set counts as one) that passed, failed or gave it nothing to judge.

    `findings` counts all of its findings, `waived` those among them that analysts have accepted.
    """

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
    waived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlan:
    """A plan kept out of the release, the codes of the rules it broke, and in Vietnamese why and what to do."""

    plan_id: str
    source_file: str
    rule_codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """What the gate decided. `withheld_because` holds the messages of the failed blocking rules.

    `findings_by_severity` leaves out the findings that analysts have accepted; `waived` counts those.
    """

    outcome: Literal["publish", "withhold"]
    plans: int
    held: tuple[HeldPlan, ...]
    findings_by_severity: dict[str, int]
    waived: int
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


def run_gate(
    build_dir: Path,
    rules: Sequence[Rule] | None = None,
    waivers: Sequence[Waiver] = (),
    *,
    data_docs: bool = True,
    today: date | None = None,
    reference: Reference | None = None,
) -> GateResult:
    """Checks the candidate tables of `build_dir`/cchc.duckdb against the rules; without any, against all of quality/.

    Writes finding.parquet, plan_verdict.parquet, gate.json and, unless told not to, data-docs/ into `build_dir`.
    `today` decides which waivers have run out; without a `reference` the committed one holds. Raises BrokenRuleError
    for an ill-formed rule, BrokenFileError for a wrong line in an analyst's file and duckdb.Error for an incomplete
    candidate, before writing anything.
    """
    started = time.perf_counter()
    today = today or datetime.now(TIME_ZONE).date()
    if rules is None:
        configuration = load_configuration()
        rules, waivers, reference = configuration.rules, configuration.waivers, configuration.reference
    check_definitions(rules)
    names = {"plan", "task", "target", *(rule.frame for rule in rules if isinstance(rule, ExpectationRule))}
    frames = load_frames(build_dir / DATABASE_NAME, build_dir.parent / CURRENT_NAME / DATABASE_NAME, names, reference)
    check_against_frames(rules, frames)

    checkpoints = Checkpoints(build_dir / DATA_DOCS_NAME if data_docs else None)
    evaluations = [
        *evaluate_expectations([rule for rule in rules if isinstance(rule, ExpectationRule)], frames, checkpoints),
        *evaluate_plan_rules([rule for rule in rules if isinstance(rule, PlanRule)], frames),
    ]
    findings = _findings(evaluations, frames, waivers, today)
    source_files = dict(zip(frames["plan"]["plan_id"], frames["plan"]["source_file"], strict=True))
    held = _held_plans(findings, source_files)
    set_records = SetRecords(frames=frames, held_plan_ids=frozenset(plan.plan_id for plan in held))
    evaluations += evaluate_set_rules([rule for rule in rules if isinstance(rule, SetRule)], set_records)

    findings = _findings(evaluations, frames, waivers, today)
    of_waivers = evaluate_waivers(findings, places_of(findings, frames), waivers, rules, today)
    findings = _sorted([*findings, *_findings(of_waivers, frames, (), today)])
    blocking = tuple(f.message for f in findings if f.severity == Severity.BLOCKING and not f.is_waived)
    write_findings(findings, build_dir / FINDINGS_NAME)
    _write_verdicts(source_files, held, build_dir / VERDICTS_NAME)
    checkpoints.build_data_docs()
    if data_docs:
        seal(build_dir / DATA_DOCS_NAME)
    counts = Counter(finding.severity for finding in findings if not finding.is_waived)
    result = GateResult(
        outcome="withhold" if blocking else "publish",
        plans=len(source_files),
        held=held,
        findings_by_severity={severity.value: counts[severity.value] for severity in Severity},
        waived=sum(finding.is_waived for finding in findings),
        rules=_rule_results([*evaluations, *of_waivers], findings),
        withheld_because=blocking,
        seconds=round(time.perf_counter() - started, 3),
    )
    result.write(build_dir)
    return result


def _held_plans(findings: Sequence[Finding], source_files: dict[str, str]) -> tuple[HeldPlan, ...]:
    codes: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.severity != Severity.HOLDING or finding.plan_id is None or finding.is_waived:
            continue
        if finding.rule_code not in codes[finding.plan_id]:
            codes[finding.plan_id].append(finding.rule_code)
        reasons[finding.plan_id].append(f"{finding.problem} {finding.remedy}")
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


def _findings(
    evaluations: Sequence[Evaluation], frames: Frames, waivers: Sequence[Waiver], today: date
) -> list[Finding]:
    found = [finding_of(evaluation.rule, failure) for evaluation in evaluations for failure in evaluation.failures]
    by_id = {finding.finding_id: finding for finding in found}  # copies of one record share one finding
    unique = list(by_id.values())
    return _sorted(waive(unique, places_of(unique, frames), waivers, today) if waivers else unique)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    severest_first = list(Severity)
    return sorted(
        findings,
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
    waived = Counter(finding.rule_code for finding in findings if finding.is_waived)
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
                waived=waived[rule.code],
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
