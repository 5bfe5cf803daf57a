"""Word files of old kinds, through LibreOffice where it is installed."""

from __future__ import annotations

import subprocess
from itertools import product
from pathlib import Path

import docx
import pytest

from pipelines.reading import office
from pipelines.reading.document import Table, UnreadableDocumentError
from pipelines.reading.reader import read

needs_converter = pytest.mark.skipif(office.converter() is None, reason="LibreOffice is not installed")

CELLS = ["TT", "Nhiệm vụ", "1", "Rà soát thủ tục"]


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("office")
    plan = docx.Document()
    plan.add_paragraph("KẾ HOẠCH")
    plan.add_paragraph().add_run("kÕ ho¹ch cña x·").font.name = ".VnTime"
    grid = plan.add_table(2, 2, style="Table Grid")
    for (line, column), text in zip(product(range(2), range(2)), CELLS, strict=True):
        grid.cell(line, column).text = text
    plan.add_paragraph("Nơi nhận:")
    plan.save(str(folder / "plan.docx"))
    for kind in ("doc", "rtf"):
        command = [str(office.converter()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(folder / "plan.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
    return {kind: (folder / f"plan.{kind}").read_bytes() for kind in ("doc", "rtf")}


@needs_converter
@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_old_word_files_are_read_as_word_reads_them(old_files: dict[str, bytes], kind: str) -> None:
    document = read(old_files[kind], f"plan.{kind}")
    assert document.format == kind and not document.notes
    assert [p.text for p in document.paragraphs()] == ["KẾ HOẠCH", "kế hoạch của xã", "Nơi nhận:"]
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert [c.text for c in found.cells] == CELLS


@needs_converter
def test_an_old_word_file_under_a_new_name(old_files: dict[str, bytes]) -> None:
    document = read(old_files["doc"], "plan.docx")
    assert [note.kind for note in document.notes] == ["mislabelled"]


@needs_converter
def test_a_damaged_old_word_file_has_a_reason(old_files: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read(old_files["doc"][:3000] + b"WordDocument".decode().encode("utf-16-le"), "plan.doc")
    assert error.value.code in ("damaged", "empty")


def test_without_the_converter_the_reason_says_how_to_save_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "converter", lambda: None)
    with pytest.raises(UnreadableDocumentError) as error:
        read(b"{\\rtf1 x}", "plan.rtf")
    assert error.value.code == "converter_missing"
    assert ".docx" in error.value.reason
    assert office.converter_version() == "missing"


def test_a_converter_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "converter", lambda: str(program))
    monkeypatch.setattr(office, "_TIMEOUT_SECONDS", 0.2)
    with pytest.raises(UnreadableDocumentError) as error:
        read(b"{\\rtf1 x}", "plan.rtf")
    assert error.value.code == "timeout"
