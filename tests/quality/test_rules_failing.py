"""The failing cases of test_rules.py, in a file of their own: two workers then share the rules between them."""

from __future__ import annotations

import pytest

from tests.candidates import sound_candidate
from tests.quality.changes import Change
from tests.quality.conftest import Check
from tests.quality.test_rules import BLOCKING, FAILING, PAIRS, cases, result_of, rules_of


@pytest.mark.parametrize(("code", "change"), cases(FAILING))
def test_failing_touches_its_plan_alone(check: Check, code: str, change: Change) -> None:
    _, failed, _ = result_of(check, code, change)
    assert failed == 1


@pytest.mark.parametrize(("code", "change"), cases(PAIRS))
def test_failing_touches_both_plans(check: Check, code: str, change: Change) -> None:
    _, failed, _ = result_of(check, code, change)
    assert failed == 2


@pytest.mark.parametrize(("code", "change"), cases(BLOCKING))
def test_blocking_withholds_the_set(check: Check, code: str, change: Change) -> None:
    candidate = sound_candidate()
    change(candidate)
    result = check(candidate, rules_of(code, "COMMUNE_RESOLVED"))
    assert result.outcome == "withhold"
    assert code in result.findings_by_rule
    assert result.withheld_because
