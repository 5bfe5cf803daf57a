"""The five real plans: their annex rows as PDF against the same rows as Word document, and against the truth."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import docx
import pytest

from pipelines.reading.document import Table
from pipelines.reading.pdf import read_pdf
from pipelines.text.normalise import clean

pytestmark = pytest.mark.shared

KEYS = ("cua-tung-2025h2", "son-vi-2026", "vinh-linh-2026", "vinh-thuan-2026-2030", "vinh-thuy-2026-thi-dua")
# Truth fields that stand in a cell as they are; a plan without the column has null in them.
FIELDS = ("text", "objective", "activity", "output", "lead", "coordinating", "deadline", "budget")


def pdf_tables(shared_dir: Path, key: str) -> list[Table]:
    return list(read_pdf((shared_dir / "plans" / "pdf" / f"{key}.pdf").read_bytes()).tables())


def word_rows(shared_dir: Path, key: str) -> list[list[list[str]]]:
    """Grids of the ruled tables; smaller ones are letterheads and signatures set in two columns."""
    document = docx.Document(str(shared_dir / "plans" / "docx" / f"{key}.docx"))
    return [
        [[clean(" ".join(p.text for p in cell.paragraphs)) for cell in row.cells] for row in table.rows]
        for table in document.tables
        if len(table.rows) > 4
    ]


@pytest.mark.parametrize("key", KEYS)
def test_every_row_equals_the_row_of_the_word_document(shared_dir: Path, key: str) -> None:
    read = [[[cell.text for cell in row] for row in table.grid()] for table in pdf_tables(shared_dir, key)]
    assert read == word_rows(shared_dir, key)


def test_all_196_annex_rows_of_the_truth_are_read_whole(shared_dir: Path) -> None:
    found = total = 0
    for key in KEYS:
        rows = [[cell.text for cell in row] for table in pdf_tables(shared_dir, key) for row in table.grid()]
        tasks = json.loads((shared_dir / "truth" / f"{key}.json").read_text())["tasks"]
        for task in tasks:
            wanted = [clean(task[name]) for name in FIELDS if task[name]]
            total += 1
            found += any(all(text in row for text in wanted) for row in rows)
    assert (found, total) == (196, 196)


@pytest.mark.parametrize("key", KEYS)
def test_paragraphs_equal_those_of_the_word_document(shared_dir: Path, key: str) -> None:
    document = docx.Document(str(shared_dir / "plans" / "docx" / f"{key}.docx"))
    wanted = [text for p in document.paragraphs if (text := clean(p.text))]
    pdf = read_pdf((shared_dir / "plans" / "pdf" / f"{key}.pdf").read_bytes())
    read = [p.text for p in pdf.paragraphs() if not p.is_furniture]
    matcher = difflib.SequenceMatcher(None, read, wanted, autojunk=False)
    assert sum(block.size for block in matcher.get_matching_blocks()) == len(wanted)
