"""What the checks cost: the gate's share of a run over 31, 62 and 124 plans of one province.

    python -m benchmarks.check_cost [--plans 31 62 124]

Plans come from tests.corpus, as Word files, and are read afresh. A third of the run is the most the checks may take,
and a plan more may not cost more than the plans before it. Exits with 1 when either does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.corpus.plans import build_plan, communes
from tests.corpus.typeset import to_docx

MOST_SHARE = 1 / 3
MOST_GROWTH = 1.3  # of seconds a plan, between one size and the next
PROVINCE = "08"  # Tuyên Quang, 124 communes


@dataclass(frozen=True, slots=True)
class Cost:
    plans: int
    run_seconds: float
    gate_seconds: float

    @property
    def share(self) -> float:
        return self.gate_seconds / self.run_seconds


def measure(plans: int, folder: Path) -> Cost:
    """One run over `plans` plans, in a process of its own. Raises RuntimeError when it publishes nothing."""
    raw, warehouse = folder / "raw", folder / "warehouse"
    raw.mkdir(parents=True)
    of_province = [place for place in communes() if place["province_code"] == PROVINCE]
    for seed, place in enumerate(of_province[:plans]):
        to_docx(build_plan(seed, [place]), raw / f"{seed:04d}.docx")
    settings = {"CCHC_RAW_DIR": str(raw), "CCHC_WAREHOUSE_DIR": str(warehouse)}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pipelines.cli", "run"], env=os.environ | settings, capture_output=True, text=True
    )
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)
    gate = json.loads((warehouse / "build" / "gate.json").read_text(encoding="utf-8"))
    return Cost(plans, seconds, gate["seconds"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, nargs="+", default=[31, 62, 124])
    sizes = sorted(parser.parse_args().plans)
    print("| plans | run, s | checks, s | share | checks a plan, s |\n| --- | --- | --- | --- | --- |", flush=True)
    costs = []
    for plans in sizes:
        with tempfile.TemporaryDirectory() as folder:
            cost = measure(plans, Path(folder))
        costs.append(cost)
        each = cost.gate_seconds / plans
        row = f"| {plans} | {cost.run_seconds:.0f} | {cost.gate_seconds:.1f} | {cost.share:.0%} | {each:.3f} |"
        print(row, flush=True)
    too_dear = any(cost.share > MOST_SHARE for cost in costs)
    too_steep = any(
        later.gate_seconds / later.plans > MOST_GROWTH * earlier.gate_seconds / earlier.plans
        for earlier, later in pairwise(costs)
    )
    return int(too_dear or too_steep)


if __name__ == "__main__":
    sys.exit(main())
