"""The version of everything that decides what is read from a file."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipelines.reading.office import converter_version
from pipelines.reading.scan.model import model_file

_PIPELINES = Path(__file__).resolve().parents[1]
_SOURCES = ("reading", "parsing", "text", "verbatim.py")
_LIBRARIES = ("duckdb", "lxml", "openpyxl", "pdfminer.six", "pdfplumber", "pypdfium2", "python-docx")
_OPTIONAL_LIBRARIES = ("opencv-python-headless", "tesserocr")


@cache
def reader_version() -> str:
    """Twelve hexadecimal digits over the source of the readers and parsers and the versions of their libraries.

    Results are kept under it, so a changed reader reads every file anew and an unchanged one none.
    """
    digest = hashlib.sha256()
    for name in _SOURCES:
        for path in _source_files(_PIPELINES / name):
            digest.update(path.relative_to(_PIPELINES).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for library in _OPTIONAL_LIBRARIES:
        digest.update(f"{library} {_version_if_installed(library)}\n".encode())
    digest.update(f"converter {converter_version()}\n".encode())
    if model := model_file():
        digest.update(hashlib.sha256(model.read_bytes()).digest())
    digest.update(unicodedata.unidata_version.encode())
    return digest.hexdigest()[:12]


def _version_if_installed(library: str) -> str:
    """A scan turned away for want of an engine is read once there is one."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"


def _source_files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
