"""Commands and file names as they are printed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipelines import invocation
from pipelines.cli.console import entries
from pipelines.inventory import scan


def _environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    programs = folder / "my project" / "bin"
    programs.mkdir(parents=True)
    script = programs / "cchc"
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(programs / "python"))
    monkeypatch.setenv("PATH", os.devnull)
    return script


def test_a_command_is_printed_as_it_must_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = _environment(tmp_path, monkeypatch)
    monkeypatch.chdir(script.parents[1])
    assert invocation.typed("run") == "bin/cchc run"
    monkeypatch.chdir(tmp_path)
    assert invocation.typed("run") == "'my project/bin/cchc' run"
    monkeypatch.setenv("PATH", str(script.parent))
    assert invocation.typed("run") == "cchc run"


def test_without_the_script_the_module_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _environment(tmp_path, monkeypatch).unlink()
    assert invocation.typed("run").endswith("bin/python' -m pipelines.cli run")


def test_a_file_name_never_breaks_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("xã\nhai dòng.txt", "xã\thai dòng.txt", "\x1b[31mđỏ\u202e.txt"):
        (tmp_path / name).write_bytes(b"x")
    names = [file.source_file for file in scan(tmp_path)]
    assert sorted(names) == ["xã␉hai dòng.txt", "xã␊hai dòng.txt", "␛[31mđỏ�.txt"]
    entries("Loại ra", [(name, "Lý do.") for name in names])
    lines = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in lines[1::2]] == names
    assert lines[0] == "Loại ra (3)"
