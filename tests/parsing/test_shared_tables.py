"""Task rows and targets of real plans against what a careful reader found in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.parsing.plan import parse
from pipelines.reading.reader import read
from pipelines.text.normalise import match_key

pytestmark = pytest.mark.shared
PLANS = ("cua-tung-2025h2", "son-vi-2026", "vinh-linh-2026", "vinh-thuan-2026-2030", "vinh-thuy-2026-thi-dua")
CELLS = {
    "text": "task_text",
    "objective": "objective_text",
    "activity": "activity_text",
    "output": "output_text",
    "lead": "lead_text",
    "coordinating": "coordinating_text",
    "deadline": "deadline_text",
    "budget": "budget_text",
}


def key(text: str | None) -> str:
    return match_key(text or "").replace(" ", "").strip(".,;:")


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("folder", ["docx", "pdf"])
def test_rows_and_targets_of_real_plans(shared_dir: Path, plan: str, folder: str) -> None:
    truth = json.loads((shared_dir / "truth" / f"{plan}.json").read_text(encoding="utf-8"))
    path = shared_dir / "plans" / folder / f"{plan}.{folder}"
    record = parse(read(path.read_bytes(), path.name), "sha")

    assert len(record.tasks) == len(truth["tasks"])
    for want, got in zip(truth["tasks"], record.tasks, strict=True):
        assert {name: key(want[name]) for name in CELLS} == {name: key(getattr(got, f)) for name, f in CELLS.items()}
        assert (key(want["number"]), want["parent"]) == (key(got.printed_number), got.parent_sequence)
        assert key(want["group_label"]) == key(got.group_label)

    def facts(value: float, unit: str | None, source: str) -> tuple[float, str, str]:
        return value, key(unit), source

    want_targets = sorted(facts(k["value"], k["unit"], k["source"]) for k in truth["kpis"])
    got_targets = sorted(
        facts(float(t.value_text.partition("-")[0].replace(",", ".")), t.unit_text, t.source_kind)
        for t in record.targets
    )
    assert got_targets == want_targets
