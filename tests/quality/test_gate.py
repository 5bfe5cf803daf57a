from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from quality.catalogue import BrokenRuleError, load_catalogue
from quality.gate import DATA_DOCS_NAME, FINDINGS_NAME, VERDICTS_NAME, GateResult, run_gate
from quality.records import PlanRecords
from quality.result import Outcome, Passed
from quality.rule import Expect, ExpectationRule, Level, PlanRule, Severity
from tests.candidates import Candidate, sound_candidate
from tests.quality.conftest import Check

Findings = Callable[[], list[dict[str, Any]]]


# One test runs the whole catalogue; for what the gate does with a finding, the rules that find it are enough.
HOLDING = ("COMMUNE_RESOLVED", "PERIOD_VALID")


def _rule(code: str) -> Any:
    return next(rule for rule in load_catalogue() if rule.code == code)


def _rules(*codes: str) -> list[Any]:
    return [_rule(code) for code in codes]


def test_sound_plans_are_published_without_a_finding(check: Check, findings: Findings) -> None:
    result = check(sound_candidate())
    assert (result.outcome, result.plans, result.held) == ("publish", 2, ())
    assert findings() == []


def test_a_held_plan_stays_out_and_the_other_goes_on(check: Check, tmp_path: Path) -> None:
    candidate = sound_candidate()
    candidate.rows["plan_candidate"][0].update(commune_code=None, period_start=None)
    result = check(candidate, _rules(*HOLDING))
    assert result.outcome == "publish"
    assert [(plan.plan_id, plan.rule_codes) for plan in result.held] == [("p1", ("COMMUNE_RESOLVED", "PERIOD_VALID"))]
    verdicts = duckdb.sql(f"from read_parquet('{tmp_path}/build/{VERDICTS_NAME}') order by plan_id").fetchall()
    assert [verdict[:3] for verdict in verdicts] == [
        ("p1", "hold", ["COMMUNE_RESOLVED", "PERIOD_VALID"]),
        ("p2", "publish", []),
    ]
    assert "chưa xác định được xã" in verdicts[0][3].lower()


def test_a_finding_says_where_and_what_to_do(check: Check, findings: Findings) -> None:
    candidate = sound_candidate()
    candidate.rows["fct_task"][1].update(due_kind="by_date", due_end=None, deadline_text="31/4/2026", source_page=7)
    check(candidate, _rules("DATE_EXISTS", *HOLDING))
    (finding,) = findings()
    assert "Nhiệm vụ số 2 (dòng thứ 2) ghi thời hạn “31/4/2026”" in finding["message"]
    assert "quang-tri/p1.pdf, trang 7" in finding["message"]
    assert "Cách xử lý: Sửa lại ngày" in finding["message"]
    assert (finding["evidence"], finding["record_id"], finding["source_page"]) == ("31/4/2026", "p1-t2", 7)


def test_finding_ids_stay_the_same_whatever_else_is_in_the_set(tmp_path: Path) -> None:
    def ids(candidate: Candidate, folder: str) -> set[str]:
        rules = _rules("DOCUMENT_NUMBER_PRESENT", "SIGNER_PRESENT", "TASK_HAS_LEAD")
        run_gate(candidate.build(tmp_path / folder), rules, data_docs=False)
        path = tmp_path / folder / FINDINGS_NAME
        return {
            row[0]
            for row in duckdb.sql(f"select finding_id from read_parquet('{path}') where plan_id = 'p7'").fetchall()
        }

    alone, among_others = Candidate(), sound_candidate()
    for candidate in (alone, among_others):
        candidate.plan("p7", commune_code="19414", document_number=None, signer_name=None)
        candidate.task(1, "p7")
    assert len(ids(alone, "one")) == 2
    assert ids(alone, "again") == ids(among_others, "two")


def test_a_huge_or_hostile_text_stays_in_its_finding(check: Check, findings: Findings) -> None:
    candidate = sound_candidate()
    hostile = "{plan_id} {0} %s <script>" + "x" * 200_000
    candidate.rows["fct_task"][0].update(task_text=hostile, lead_text=None)
    check(candidate, _rules("TASK_HAS_LEAD", *HOLDING))
    (finding,) = findings()
    assert "{plan_id} {0} %s <script>" in finding["message"]
    assert len(finding["message"]) < 500
    assert len(finding["evidence"]) <= 1_000


def test_a_rule_that_raises_on_one_plan_fails_that_plan_with_the_error(check: Check, findings: Findings) -> None:
    def raise_on_p1(records: PlanRecords) -> Outcome:
        if records.plan_id == "p1":
            raise ZeroDivisionError("chia cho không")
        return Passed()

    rule = PlanRule(
        code="TEST_RULE", severity=Severity.HOLDING, level=Level.PLAN, statement="…", remedy="…", check=raise_on_p1
    )
    result = check(sound_candidate(), [rule])
    assert [plan.plan_id for plan in result.held] == ["p1"]
    assert "chia cho không" in findings()[0]["evidence"]


def test_an_expectation_that_raises_on_one_plan_fails_that_plan_alone(check: Check, findings: Findings) -> None:
    candidate = sound_candidate()
    candidate.plan("p3", title=None, declared_task_total=5, commune_code="19414")
    candidate.task(1, "p3")
    rule = ExpectationRule(
        code="TEST_RULE",
        severity=Severity.WARNING,
        level=Level.PLAN,
        statement="…",
        remedy="…",
        frame="plan",
        # text against number: comparing raises wherever a number stands
        check=Expect("ExpectColumnPairValuesAToBeGreaterThanB", {"column_A": "title", "column_B": "tasks"}),
        finding="…",
        applies_when="title.notna()",
        not_applicable="…",
    )
    result = check(candidate, [rule])
    (outcome,) = result.rules
    assert (outcome.failed, outcome.not_applicable) == (2, 1)
    assert {finding["plan_id"] for finding in findings()} == {"p1", "p2"}


@pytest.mark.parametrize(
    "broken",
    [
        {"applies_when": "no_such_column > 1"},
        {"applies_when": "((("},
        {"finding": "Cột {no_such_column}"},
        {"check": Expect("ExpectNoSuchThing", {})},
        {"check": Expect("ExpectColumnValuesToNotBeNull", {"column": "no_such_column"})},
        {"check": Expect("ExpectColumnValuesToNotBeNull", {"kolumn": "title"})},
        {"frame": "no_such_frame"},
        {"remedy": " "},
        {"code": "lower-case"},
    ],
)
def test_a_broken_rule_stops_the_gate_before_it_writes(tmp_path: Path, broken: dict[str, Any]) -> None:
    build_dir = sound_candidate().build(tmp_path)
    with pytest.raises(BrokenRuleError):
        run_gate(build_dir, [replace(_rule("DOCUMENT_NUMBER_PRESENT"), **broken)], data_docs=False)
    assert sorted(path.name for path in build_dir.iterdir()) == ["cchc.duckdb"]


def test_the_result_can_be_read_back(check: Check, tmp_path: Path) -> None:
    candidate = sound_candidate()
    candidate.rows["plan_candidate"][0].update(commune_code=None)
    result = check(candidate, _rules("TASK_HAS_LEAD", *HOLDING))
    assert GateResult.read(tmp_path / "build") == result


def test_data_docs_need_no_other_host(tmp_path: Path) -> None:
    run_gate(sound_candidate().build(tmp_path), _rules("DATE_EXISTS", *HOLDING))
    pages = list((tmp_path / DATA_DOCS_NAME).rglob("*.html"))
    assert len(pages) > 3
    loads = re.compile(
        r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import|<script""", re.I
    )
    for path in (*pages, *(tmp_path / DATA_DOCS_NAME).rglob("*.css")):
        assert not loads.search(path.read_text(encoding="utf-8")), path
    assert all("default-src 'none'" in page.read_text(encoding="utf-8") for page in pages)
