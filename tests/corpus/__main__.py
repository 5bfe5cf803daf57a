"""Writes a corpus: `python -m tests.corpus OUT_DIR [--seeds 0-40] [--pdf] [--text]`.

OUT_DIR gets docx/, with --pdf pdf/, with --text the folders of TEXT_FORMS, and truth/ in the form of score.py. Every
plan is of a commune of its own: two of one commune and year would be one plan.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from tests.corpus.elements import TypesetPlan
from tests.corpus.plans import COMMUNES_CSV, build_plan, communes
from tests.corpus.typeset import to_docx, to_pdf

# How text is pulled out of PDFs, by the folder it is written to: cells one after another in the order they are drawn,
# blocks of text, and lines as they stand on the page, columns kept apart by spaces.
TEXT_FORMS: dict[str, tuple[str, ...]] = {"text": ("-raw",), "text-blocks": (), "text-columns": ("-layout",)}


def plan_of_its_own(seed: int, places: list[dict[str, str]], taken: set[str]) -> TypesetPlan:
    plan = build_plan(seed, places)
    if plan.truth["plan"]["commune"] in taken:
        plan = build_plan(seed, [place for place in places if place["name"] not in taken])
    taken.add(plan.truth["plan"]["commune"])
    return plan


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", default="0-20")
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--text", action="store_true", help="pdftotext of the PDF files, in several forms")
    parser.add_argument("--communes", type=Path, default=COMMUNES_CSV)
    options = parser.parse_args()
    first, last = map(int, options.seeds.split("-"))
    places = communes(options.communes)
    for name in ("docx", "truth"):
        (options.out / name).mkdir(parents=True, exist_ok=True)
    files = []
    taken: set[str] = set()
    for seed in range(first, last):
        plan = plan_of_its_own(seed, places, taken)
        path = options.out / "docx" / f"{plan.key}.docx"
        to_docx(plan, path)
        files.append(path)
        truth = json.dumps(plan.truth, ensure_ascii=False, indent=1)
        (options.out / "truth" / f"{plan.key}.json").write_text(truth, encoding="utf-8")
        (options.out / "truth" / f"{plan.key}.layout").write_text(
            json.dumps(plan.layout, ensure_ascii=False), encoding="utf-8"
        )
    if options.pdf or options.text:
        (options.out / "pdf").mkdir(exist_ok=True)
        to_pdf(files, options.out / "pdf")
    for folder, flags in TEXT_FORMS.items() if options.text else ():
        (options.out / folder).mkdir(exist_ok=True)
        for file in files:
            source, target = options.out / "pdf" / f"{file.stem}.pdf", options.out / folder / f"{file.stem}.txt"
            subprocess.run(["pdftotext", *flags, str(source), str(target)], check=True)


if __name__ == "__main__":
    main()
