"""Writes a corpus: `python -m tests.corpus OUT_DIR [--seeds 0-40] [--pdf] [--text]`.

OUT_DIR gets docx/, and with the flags pdf/ and text/, and truth/ in the form of score.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from tests.corpus.plans import COMMUNES_CSV, build_plan, communes
from tests.corpus.typeset import to_docx, to_pdf


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", default="0-20")
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--text", action="store_true", help="pdftotext of the PDF files, as text is pulled out of PDFs")
    parser.add_argument("--communes", type=Path, default=COMMUNES_CSV)
    options = parser.parse_args()
    first, last = map(int, options.seeds.split("-"))
    places = communes(options.communes)
    for name in ("docx", "truth"):
        (options.out / name).mkdir(parents=True, exist_ok=True)
    files = []
    for seed in range(first, last):
        plan = build_plan(seed, places)
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
    if options.text:
        (options.out / "text").mkdir(exist_ok=True)
        for file in files:
            subprocess.run(
                [
                    "pdftotext",
                    str(options.out / "pdf" / f"{file.stem}.pdf"),
                    str(options.out / "text" / f"{file.stem}.txt"),
                ],
                check=True,
            )


if __name__ == "__main__":
    main()
