from __future__ import annotations

import dagster as dg
import pytest

from pipelines import run


@dg.job
def nothing() -> None:
    return None


def test_only_the_newest_runs_stay_on_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "KEPT_RUNS", 2)
    with dg.DagsterInstance.ephemeral() as instance:
        made = [nothing.execute_in_process(instance=instance).run_id for _ in range(4)]
        run._forget_old_runs(instance)
        assert [kept.run_id for kept in instance.get_runs()] == made[:1:-1]
