"""Sheets that somebody has filled in since they were written: they are put aside, never written over."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

RECORD = ".written.json"


def put_aside_answered(folder: Path, names: Iterable[str]) -> list[Path]:
    """Renames those of the files `names` in `folder` that are not as `note_written` left them; gives the new paths.

    A file of which nothing is noted was put there by a person.
    """
    noted = _noted(folder)
    kept = []
    for name in names:
        path = folder / name
        if path.exists() and noted.get(name) != _hash(path):
            kept.append(path.rename(_free(path)))
    return kept


def note_written(folder: Path, names: Iterable[str]) -> None:
    """Notes how the files look now, beside what was noted of others."""
    noted = _noted(folder) | {name: _hash(folder / name) for name in names}
    (folder / RECORD).write_text(json.dumps(noted, sort_keys=True), encoding="utf-8")


def _noted(folder: Path) -> dict[str, str]:
    record = folder / RECORD
    return json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _free(path: Path) -> Path:
    """A name beside `path` that no file has: 'phieu-xa-a-da-dien-1.xlsx'."""
    number = 1
    while (candidate := path.with_stem(f"{path.stem}-da-dien-{number}")).exists():
        number += 1
    return candidate
