from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from quality.gate import FINDINGS_NAME, GateResult, run_gate
from quality.rule import Rule
from tests.candidates import Candidate

Check = Callable[..., GateResult]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Builds a candidate and runs the gate on it, without the pages."""

    def run(candidate: Candidate, rules: list[Rule] | None = None) -> GateResult:
        return run_gate(candidate.build(tmp_path / "build"), rules, data_docs=False)

    return run


@pytest.fixture
def findings(tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    """The rows of the findings that the last `check` wrote, but for the one on the commune that has sent no plan."""

    def read() -> list[dict[str, Any]]:
        path = tmp_path / "build" / FINDINGS_NAME
        return (
            duckdb.sql(f"from read_parquet('{path}')")
            .df()
            .query("rule_code != 'PROVINCE_COVERED'")
            .astype(object)
            .to_dict("records")
        )

    return read
