from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.publishing.release import Release, publish
from quality.catalogue import load_catalogue
from quality.gate import GateResult, run_gate
from tests.candidates import Candidate, sound_candidate

# Enough to hold a plan and to find something on one; the gate's own tests see to the others.
RULES = {"PERIOD_VALID", "TASK_HAS_LEAD", "SET_HAS_PLANS"}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build that passed the gate, with a held plan, a quarantined file and dbt's second pass done."""
    candidate = sound_candidate()
    candidate.plan("p3", commune_code="19414", period_start=None)
    candidate.task(1, "p3")
    candidate.unit("p3-t1")
    candidate.quarantine("loi/hong.pdf", "Tệp bị hỏng, không mở được. Hãy xuất lại tệp PDF.")
    return build(candidate, tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another build, with seven published tasks where `built` has six."""
    candidate = sound_candidate()
    candidate.task(4, "p1")
    return build(candidate, tmp_path_factory.mktemp("earlier"))


def build(candidate: Candidate, folder: Path) -> Path:
    """Gate and second pass on a candidate; returns the build folder."""
    rules = [rule for rule in load_catalogue() if rule.code in RULES]
    run_gate(candidate.build(folder), rules, data_docs=False)
    candidate.second_pass(folder)
    return folder


@pytest.fixture
def release_of(tmp_path: Path) -> Callable[[Candidate], Release]:
    """Publishes a candidate into an empty warehouse."""

    def run(candidate: Candidate) -> Release:
        folder = build(candidate, tmp_path / "build")
        return publish(folder, tmp_path / "warehouse", GateResult.read(folder))

    return run
