"""Three tables: candidates on which a rule has nothing to judge, passes, and fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from quality.catalogue import load_catalogue
from tests.candidates import Candidate, sound_candidate
from tests.quality.conftest import Check

Change = Callable[[Candidate], object]


def _plan(**values: object) -> Change:
    return lambda c: c.rows["plan_candidate"][0].update(values)


def _task(**values: object) -> Change:
    return lambda c: c.rows["fct_task"][0].update(values)


def _target(**values: object) -> Change:
    return lambda c: c.rows["fct_kpi_target"][0].update(values)


def _unit(**values: object) -> Change:
    return lambda c: c.rows["bridge_task_unit"][0].update(values)


def _every_task(**values: object) -> Change:
    return lambda c: [task.update(values) for task in c.rows["fct_task"] if task["plan_id"] == "p1"]


def _no_tasks(c: Candidate) -> None:
    c.rows["fct_task"] = [task for task in c.rows["fct_task"] if task["plan_id"] != "p1"]
    c.rows["bridge_task_unit"] = [b for b in c.rows["bridge_task_unit"] if not b["task_id"].startswith("p1")]


def _empty(c: Candidate) -> None:
    _no_tasks(c)
    for table in ("fct_kpi_target", "fct_provision"):
        c.rows[table] = [row for row in c.rows[table] if row["plan_id"] != "p1"]


def _no_plans(c: Candidate) -> None:
    c.rows.clear()


def _all_held(c: Candidate) -> None:
    for plan in c.rows["plan_candidate"]:
        plan["commune_code"] = None


def _most_without_unit(c: Candidate) -> None:
    for task in c.rows["fct_task"][:2]:
        task["lead_text"] = None


def _sub_rows_under_a_lead(c: Candidate) -> None:
    for sequence in (4, 5, 6, 7):
        c.task(sequence, "p1", parent_task_id="p1-t1", printed_number=None, lead_text=None, task_text=f"Ý {sequence}")


def _merged_task_cell(c: Candidate) -> None:
    c.task(4, "p1", task_text=c.rows["fct_task"][2]["task_text"], output_text="Tờ trình")


SKIPPING: list[tuple[str, Change]] = [
    ("DECLARED_TOTAL_AGREES", _plan(declared_task_total=None)),
    ("TASK_HAS_LEAD", _no_tasks),
    ("TASK_HAS_LEAD", _every_task(lead_text=None, coordinating_text=None)),
    ("TASK_TABLE_READ", _every_task(lead_text=None, coordinating_text=None)),
    ("ANNEX_NAMES_UNITS", _every_task(source_kind="narrative")),
    ("TASK_NOT_REPEATED", _no_tasks),
    ("DEADLINE_WITHIN_PERIOD", _every_task(due_kind="ongoing", due_end=None)),
    ("DEADLINE_WITHIN_PERIOD", _every_task(due_kind="year", due_end=date(2027, 12, 31))),
    ("DATE_EXISTS", _every_task(due_kind="ongoing", due_end=None)),
    ("TARGET_AT_MOST_100_PERCENT", _target(unit_of_measure="cuộc", target_value=150.0)),
    ("TARGET_AT_MOST_100_PERCENT", _target(source_text="Số hồ sơ tăng 150% so với năm trước", target_value=150.0)),
    ("UNIT_RECOGNISED", _no_tasks),
    ("TASKS_READ_SURELY", _no_tasks),
]
PASSING: list[tuple[str, Change]] = [
    ("DECLARED_TOTAL_AGREES", _plan(declared_task_total=3)),
    ("TASK_HAS_LEAD", _sub_rows_under_a_lead),
    ("TASK_TABLE_READ", _sub_rows_under_a_lead),
    ("TASK_NOT_REPEATED", _merged_task_cell),
    ("DEADLINE_WITHIN_PERIOD", _task(due_end=date(2026, 12, 31))),
    ("DEADLINE_WITHIN_PERIOD", _task(due_end=date(2027, 1, 31))),
    ("DATE_EXISTS", _task(due_kind="by_date", due_end=date(2026, 4, 30))),
    ("TARGET_AT_MOST_100_PERCENT", _target(target_value=100.0)),
    ("PERIOD_VALID", _plan(period_start=date(2026, 1, 1), period_end=date(2030, 12, 31))),
    ("SIGNER_PRESENT", _plan(signer_name="Lê Thị Mẫu")),
    ("TASKS_READ_SURELY", _task(confidence=0.93)),
]
FAILING: list[tuple[str, Change]] = [
    ("COMMUNE_RESOLVED", _plan(commune_code=None)),
    ("PERIOD_VALID", _plan(period_start=None)),
    ("PERIOD_VALID", _plan(period_end=date(2025, 12, 31))),
    ("PLAN_NOT_EMPTY", _empty),
    ("TASK_TABLE_READ", _most_without_unit),
    ("ANNEX_NAMES_UNITS", _every_task(lead_text=None)),
    ("TASK_HAS_LEAD", _task(lead_text=None)),
    ("UNIT_RECOGNISED", _unit(unit_code="OTHER", matched_text="Tổ công nghệ số cộng đồng")),
    ("DEADLINE_WITHIN_PERIOD", _task(due_end=date(2027, 3, 31))),
    ("DEADLINE_WITHIN_PERIOD", _task(due_end=date(2025, 6, 30))),
    ("DATE_EXISTS", _task(due_kind="by_date", due_end=None, deadline_text="31/4/2026")),
    ("TARGET_AT_MOST_100_PERCENT", _target(target_value=180.0)),
    ("TARGET_AT_MOST_100_PERCENT", _target(target_value=90.0, target_value_high=190.0)),
    ("TASK_NOT_REPEATED", lambda c: c.task(4, "p1", task_text="rà soát danh mục công việc thứ 1.")),
    (
        "TASK_NOT_REPEATED",
        lambda c: c.task(4, "p1", parent_task_id="p1-t3", task_text="Rà soát danh mục công việc thứ 3"),
    ),
    ("DECLARED_TOTAL_AGREES", _plan(declared_task_total=9)),
    ("TASKS_READ_SURELY", _task(confidence=0.55)),
    ("DOCUMENT_NUMBER_PRESENT", _plan(document_number=None)),
    ("ISSUE_DATE_PRESENT", _plan(issued_on=None)),
    ("SIGNER_PRESENT", _plan(signer_name=None)),
]
BLOCKING: list[tuple[str, Change]] = [
    ("SET_HAS_PLANS", _no_plans),
    ("SET_HAS_PLANS", _all_held),
    ("PLAN_ID_UNIQUE", lambda c: c.plan("p1")),
    ("TASK_ID_UNIQUE", lambda c: c.task(1, "p1", task_text="Việc khác")),
    ("TARGET_ID_UNIQUE", lambda c: c.target(1, "p1")),
    ("TASK_HAS_PLAN", lambda c: c.task(1, "p9")),
    ("ROWS_BELONG_TO_PLANS", lambda c: c.add("fct_citation", plan_id="p9", document_number="1/QĐ-TTg")),
    ("TARGET_HAS_PLAN", lambda c: c.target(1, "p9")),
    ("TASK_UNIT_HAS_TASK", lambda c: c.unit("p9-t1")),
    ("UNIT_CODE_KNOWN", _unit(unit_code="XYZ")),
    ("COMMUNE_CODE_KNOWN", _plan(commune_code="99999")),
    (
        "PROVINCE_CODE_KNOWN",
        lambda c: (
            c.add("dim_commune", commune_code="00001", name="Mẫu", commune_type="xã", province_code="00"),
            _plan(commune_code="00001")(c),
        ),
    ),
]


def _cases(table: list[tuple[str, Change]]) -> list[object]:
    return [pytest.param(code, change, id=f"{code}-{number}") for number, (code, change) in enumerate(table)]


def _result(check: Check, code: str, change: Change) -> tuple[int, int, int]:
    candidate = sound_candidate()
    change(candidate)
    rule = next(rule for rule in check(candidate, _rules(code)).rules if rule.code == code)
    return rule.passed, rule.failed, rule.not_applicable


def _rules(*codes: str) -> list[object]:
    return [rule for rule in load_catalogue() if rule.code in codes]


@pytest.mark.parametrize(("code", "change"), _cases(SKIPPING))
def test_skipping(check: Check, code: str, change: Change) -> None:
    _, failed, not_applicable = _result(check, code, change)
    assert failed == 0
    assert not_applicable >= 1


@pytest.mark.parametrize(("code", "change"), _cases(PASSING))
def test_passing(check: Check, code: str, change: Change) -> None:
    passed, failed, _ = _result(check, code, change)
    assert failed == 0
    assert passed >= 1


@pytest.mark.parametrize(("code", "change"), _cases(FAILING))
def test_failing_touches_its_plan_alone(check: Check, code: str, change: Change) -> None:
    _, failed, _ = _result(check, code, change)
    assert failed == 1


@pytest.mark.parametrize(("code", "change"), _cases(BLOCKING))
def test_blocking_withholds_the_set(check: Check, code: str, change: Change) -> None:
    candidate = sound_candidate()
    change(candidate)
    result = check(candidate, _rules(code, "COMMUNE_RESOLVED"))
    assert result.outcome == "withhold"
    assert code in result.findings_by_rule
    assert result.withheld_because


def test_every_rule_is_seen_to_fail() -> None:
    assert {code for code, _ in (*FAILING, *BLOCKING)} == {rule.code for rule in load_catalogue()}
