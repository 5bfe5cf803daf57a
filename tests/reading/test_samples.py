"""The sample files of raw/: what is committed is what the builder writes, and each reads as meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.reader import read
from pipelines.text.normalise import clean
from tests.samples.annexes import task_annex
from tests.samples.build_samples import INVITATION_PATH, TRUNCATED, build
from tests.samples.plans import PLANS
from tests.samples.samples import Sample


def test_the_committed_samples_are_those_the_builder_writes(tmp_path: Path, repository: Path) -> None:
    build(tmp_path, with_pdf=False)
    built = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(built) >= 10
    for path, data in built.items():
        assert (repository / "raw" / path).read_bytes() == data, f"run python -m tests.samples.build_samples: {path}"


def test_raw_holds_no_other_files(repository: Path) -> None:
    files = {
        path.relative_to(repository / "raw").as_posix() for path in (repository / "raw").rglob("*") if path.is_file()
    }
    assert files == {"README.md", TRUNCATED, INVITATION_PATH, *(sample.path for sample in PLANS)}


@pytest.mark.parametrize("sample", [s for s in PLANS if s.annex is not None], ids=lambda s: s.path)
def test_every_annex_row_of_a_sample_is_read(sample: Sample, repository: Path) -> None:
    document = read((repository / "raw" / sample.path).read_bytes(), sample.path)
    assert sample.annex is not None
    grid = task_annex(sample, sample.annex)
    expected = {clean(cell.text.replace("\n", " ")) for cell in grid.cells if cell.row_span == 1 and cell.text}
    printed = {cell.text for table in document.tables() for cell in table.cells}
    assert expected <= printed
    assert any(table.row_count == grid.row_count for table in document.tables())


def test_the_unreadable_sample(repository: Path) -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read((repository / "raw" / TRUNCATED).read_bytes(), TRUNCATED)
    assert raised.value.code == "damaged"
