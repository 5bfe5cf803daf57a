"""Rules that compare a candidate with the release that is current."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.catalogue import load_catalogue
from quality.gate import GateResult, run_gate
from tests.candidates import Candidate, sound_candidate

_CODES = {"RECORDS_NOT_LOST_SINCE", "PLAN_ID_STABLE", "SET_NOT_SHRUNK"}


def _gate_after(tmp_path: Path, before: Candidate, now: Candidate) -> GateResult:
    last_build = before.build(tmp_path / "last" / "build")
    rules = [rule for rule in load_catalogue() if rule.code in _CODES]
    run_gate(last_build, rules, data_docs=False)
    before.second_pass(last_build)
    before.publish(last_build)
    last_build.rename(tmp_path / "current")
    return run_gate(now.build(tmp_path / "build"), rules, data_docs=False)


def test_the_same_set_again_has_no_finding(tmp_path: Path) -> None:
    result = _gate_after(tmp_path, sound_candidate(), sound_candidate())
    assert result.findings_by_rule == {}
    assert {rule.code: rule.passed for rule in result.rules}["RECORDS_NOT_LOST_SINCE"] == 2


@pytest.mark.parametrize(
    ("code", "outcome"),
    [("RECORDS_NOT_LOST_SINCE", "publish"), ("PLAN_ID_STABLE", "withhold"), ("SET_NOT_SHRUNK", "publish")],
)
def test_what_was_lost_since_is_told(tmp_path: Path, code: str, outcome: str) -> None:
    before, now = sound_candidate(), sound_candidate()
    if code == "RECORDS_NOT_LOST_SINCE":
        before.task(4, "p1")
    elif code == "PLAN_ID_STABLE":
        now.plan("p9", commune_code="19414", source_sha256="p1".ljust(64, "0"))
    else:
        for number in range(3, 7):
            before.plan(f"p{number}")
    result = _gate_after(tmp_path, before, now)
    assert (result.outcome, code in result.findings_by_rule) == (outcome, True)


def test_without_a_last_release_there_is_nothing_to_compare(tmp_path: Path) -> None:
    rules = [rule for rule in load_catalogue() if rule.code in _CODES]
    result = run_gate(sound_candidate().build(tmp_path / "build"), rules, data_docs=False)
    assert result.findings_by_rule == {}
