"""The fast reader and pdfplumber's table finder see the same cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pdfplumber_agreement import disagreements
from pipelines.reading.pdf import read_pdf

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"
SHARED = Path(__file__).parents[3] / "shared" / "plans" / "pdf"
RULED = sorted(path.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("annexes/*.pdf"))


@pytest.mark.parametrize("name", RULED)
def test_cells_of_the_corpus(name: str) -> None:
    cells, differing = disagreements(FIXTURES / name)
    assert cells > 0
    assert differing == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans (../shared/plans) are not beside this checkout")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.pdf")) if SHARED.is_dir() else [], ids=lambda path: path.stem)
def test_cells_of_the_real_plans(path: Path) -> None:
    """Where they differ, pdfplumber takes the last line of a repeated header, which hangs over its rule, for data."""
    _, differing = disagreements(path)
    labels = "".join(
        "".join(cell.text.split()) for table in read_pdf(path).tables() for cell in table.cells if cell.row == 0
    )
    assert [item for item in differing if item.theirs not in labels] == []
