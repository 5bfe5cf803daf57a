"""What is read right, per form and layout: runs the whole pipeline over plans with known truth and scores it.

    python -m benchmarks.accuracy [--plans 60] [--scans 12] [--out docs/accuracy.md]

Two sets: the real plans of the shared folder beside the checkout, and plans of our own typeset by tests.corpus in
random layouts; the first of these also as scans of several resolutions and wear. Needs LibreOffice (PDF), pdftotext
(text), tesseract's Vietnamese model (scans) and the shared folder's score.py.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from tests.corpus.__main__ import TEXT_FORMS
from tests.corpus.scan import Wear, to_scan

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "score" / "score.py"
COLUMNS = {
    "plan": "header",
    "task_recall": "task rows found",
    "task_precision": "task rows real",
    "cells": "cells",
    "domain": "domain",
    "number": "number",
    "parent": "parent",
    "units": "units",
    "due": "due",
    "ntask_recall": "tasks in text found",
    "kpi_recall": "targets found",
    "kpi_precision": "targets real",
    "kpi_fields": "target fields",
    "prov_recall": "items found",
    "prov_precision": "items real",
    "prov_fields": "item fields",
    "cite_recall": "citations found",
    "cite_precision": "citations real",
}
# The facts of a generated layout by which the corpus is split, and how each is called.
SPLITS = {
    "groups": "group rows",
    "numbering": "numbering",
    "two_level": "two-level header",
    "number_row": "row of column numbers",
    "repeat_header": "header repeated on each page",
    "merge_lead": "lead merged down over two rows",
    "sub_rows": "sub-rows",
    "landscape": "landscape",
    "joint": "lead and coordinating in one column",
    "ruled": "ruled",
}
# Scanners and telephones, from clean to poor.
WEAR = (
    Wear(dpi=300, skew=0.5, noise=4.0),
    Wear(dpi=200, skew=1.0),
    Wear(dpi=200, skew=2.0, shadow=0.3),
    Wear(dpi=150, skew=1.0, noise=6.0, blur=0.5),
)
Scores = dict[str, dict[str, float | None]]


def score(raw: Path, truth: Path, work: Path) -> Scores:
    """Scores of each plan and of 'ALL', in percent; None where the truth lists nothing."""
    environment = {**os.environ, "CCHC_RAW_DIR": str(raw), "CCHC_WAREHOUSE_DIR": str(work)}
    run = subprocess.run(
        [sys.executable, "-m", "pipelines.cli", "run"], env=environment, cwd=ROOT, capture_output=True, text=True
    )
    if run.returncode != 0:
        raise RuntimeError(
            f"the run over {raw} ended with {run.returncode}:\n{run.stdout[-2000:]}\n{run.stderr[-2000:]}"
        )
    result = work / "score.json"
    keys = sorted(path.stem for path in truth.glob("*.json") if any(raw.glob(f"{path.stem}.*")))
    subprocess.run(
        [
            sys.executable,
            str(SCORE),
            str(work / "current" / "cchc.duckdb"),
            str(truth),
            "--json",
            str(result),
            "--only",
            *keys,
        ],
        check=True,
        capture_output=True,
    )
    scores: Scores = json.loads(result.read_text(encoding="utf-8"))
    return scores


def real_plans(work: Path) -> Iterator[tuple[str, Scores]]:
    for form in ("docx", "pdf", "text", "scan"):
        raw = SHARED / "plans" / form
        if raw.is_dir():
            yield form, score(raw, SHARED / "truth", work / f"real-{form}")


def generated_plans(work: Path, plans: int, scans: int) -> Iterator[tuple[str, Scores]]:
    command = [sys.executable, "-m", "tests.corpus", str(work / "corpus"), "--seeds", f"0-{plans}", "--pdf", "--text"]
    subprocess.run(command, check=True, cwd=ROOT)
    for form in ("docx", "pdf", *TEXT_FORMS):
        yield form, score(work / "corpus" / form, work / "corpus" / "truth", work / f"corpus-{form}")
    folder = work / "corpus" / "scan"
    folder.mkdir()
    for seed, path in enumerate(sorted((work / "corpus" / "pdf").glob("*.pdf"))[:scans]):
        to_scan(path, folder / path.name, seed, WEAR[seed % len(WEAR)])
    yield "scan", score(folder, work / "corpus" / "truth", work / "corpus-scan")


def by_layout(scores: dict[str, Scores], truth: Path) -> Iterator[tuple[str, str, int, dict[str, float]]]:
    """Fact, value, number of plans with it, and the mean of their cells in each form."""
    plans: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(truth.glob("*.layout")):
        layout = json.loads(path.read_text(encoding="utf-8"))
        if not layout:
            continue
        layout["joint"] = "joint" in layout["columns"]
        for fact in SPLITS:
            if fact in layout:
                plans[fact, str(layout[fact])].append(path.stem)
    for (fact, value), keys in sorted(plans.items()):
        means = {}
        for form, scored in scores.items():
            cells = [scored[key]["cells"] for key in keys if key in scored and scored[key]["cells"] is not None]
            means[form] = mean(float(cell) for cell in cells if cell is not None) if cells else float("nan")
        yield SPLITS[fact], value, len(keys), means


def table(header: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "| " + " | ".join("---" for _ in header) + " |"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def percent(value: float | None) -> str:
    return "–" if value is None or value != value else f"{value:.1f}"


def report(real: dict[str, Scores], generated: dict[str, Scores], truth: Path, plans: int, scans: int) -> str:
    def overall(scored: dict[str, Scores]) -> str:
        rows = [[label, *(percent(scored[form]["ALL"].get(key)) for form in scored)] for key, label in COLUMNS.items()]
        return table(["", *scored], rows)

    layout_rows = [
        [fact, value, str(count), *(percent(means[form]) for form in generated)]
        for fact, value, count, means in by_layout(generated, truth)
    ]
    return "\n\n".join([
        "# Accuracy",
        "Made by `make accuracy`; percent right. A missing row counts all its cells as wrong.\n"
        "What the lines mean is said by the README of the scoring script in the shared folder.",
        "## The five real plans",
        overall(real),
        f"## {plans} generated plans",
        "Typeset by `tests.corpus` from words of our own in random layouts; `text` is what `pdftotext -raw` pulls out\n"
        "of the PDF, its cells one after another, `text-blocks` what it pulls out without an option, `text-columns`\n"
        f"with `-layout`; `scan` the first {scans} as images of 150 to 300 dpi, turned, noisy and stamped.",
        overall(generated),
        "## Cells of the generated plans, by layout",
        table(["layout", "value", "plans", *generated], layout_rows),
    ]) + "\n"  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=60)
    parser.add_argument("--scans", type=int, default=12)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "accuracy.md")
    options = parser.parse_args()
    if not SCORE.is_file():
        sys.exit(f"{SCORE} is missing: the shared folder must stand beside the checkout")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        real = dict(real_plans(work))
        generated = dict(generated_plans(work, options.plans, options.scans))
        text = report(real, generated, work / "corpus" / "truth", options.plans, options.scans)
    options.out.write_text(text, encoding="utf-8")
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
