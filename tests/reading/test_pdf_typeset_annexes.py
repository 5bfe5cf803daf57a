"""What was typeset is what is read: annexes of the generated corpus, in many layouts and over page breaks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipelines.reading.pdf import read_pdf
from tests.corpus.elements import TableSpec
from tests.corpus.grids import read_grids, typeset_grid
from tests.corpus.typeset import to_docx, to_pdf
from tests.fixtures.make_annexes import FOLDER, annexes_of

COMMITTED = sorted(FOLDER.glob("*.pdf"))
FRESH_SEEDS = (14, 36, 65)


@pytest.mark.parametrize("file", COMMITTED, ids=lambda file: file.stem)
def test_every_cell_of_the_committed_annexes(file: Path) -> None:
    assert read_grids(read_pdf(file.read_bytes())) == json.loads(file.with_suffix(".json").read_text("utf-8"))


def test_there_are_committed_annexes() -> None:
    assert len(COMMITTED) >= 4


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is needed to typeset new annexes")
def test_every_cell_of_annexes_typeset_now(tmp_path: Path) -> None:
    plans = [annexes_of(seed) for seed in FRESH_SEEDS]
    files = [tmp_path / f"{plan.key}.docx" for plan in plans]
    for plan, file in zip(plans, files, strict=True):
        to_docx(plan, file)
    to_pdf(files, tmp_path)
    for plan, file in zip(plans, files, strict=True):
        wanted = [typeset_grid(element) for element in plan.elements if isinstance(element, TableSpec)]
        assert read_grids(read_pdf(file.with_suffix(".pdf").read_bytes())) == wanted, plan.key
