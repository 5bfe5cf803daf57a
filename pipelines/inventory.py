"""What lies in raw/: every file with its SHA-256, whatever its depth."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.operating_system import reason_of
from pipelines.text.on_one_line import on_one_line

# Left by operating systems and office programs, or written for people who look into the folder.
IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini"})
IGNORED_PREFIXES = (".", "~$", "readme")
_CLOSED_LINK = "Đây là lối tắt tới một thư mục nên không đọc các tệp trong đó. Hãy chép chính các tệp vào đây."
_CLOSED_FOLDER = "Không mở được thư mục này nên không đọc được tệp nào trong đó. Hãy kiểm tra quyền đọc của thư mục."


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file of raw/. `source_file` is its path below raw/ with '/', in Unicode NFC.

    `source_sha256` is None where the file could not be opened; `defect` then says why, in Vietnamese.
    `folder_hint` is the folder below raw/ it lies in, None at the top.
    """

    source_file: str
    path: Path
    size_bytes: int
    source_sha256: str | None
    folder_hint: str | None
    defect: str | None = None

    @property
    def suffix(self) -> str:
        return self.path.suffix.lower()


def scan(raw_dir: Path) -> list[RawFile]:
    """All files below `raw_dir` that may be plans, ordered by `source_file`.

    Raises FileNotFoundError when there is no such folder.
    """
    if not raw_dir.is_dir():
        raise FileNotFoundError(raw_dir)
    root = raw_dir.resolve()
    return sorted((_describe(path, raw_dir, root) for path in walk(raw_dir)), key=lambda file: file.source_file)


def walk(raw_dir: Path) -> Iterator[Path]:
    """Paths of the files below `raw_dir` that are not ignored, and of the folders that cannot be looked into.

    Those are links, which are not entered, and folders without right of access.
    """
    closed: list[Path] = []
    for folder, folders, files in os.walk(raw_dir, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (path for name in folders if (path := Path(folder, name)).is_symlink())
        yield from (Path(folder, name) for name in files if not _is_ignored(name))
    yield from closed


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_ignored(name: str) -> bool:
    lowered = name.lower()
    return lowered.startswith(IGNORED_PREFIXES) or lowered in IGNORED_NAMES


def _describe(path: Path, raw_dir: Path, root: Path) -> RawFile:
    relative = path.relative_to(raw_dir)
    name = _printable(relative.as_posix())
    hint = _printable(relative.parent.as_posix()) if relative.parent.parts else None
    if path.is_dir():
        return RawFile(name, path, 0, None, hint, _CLOSED_LINK if path.is_symlink() else _CLOSED_FOLDER)
    if not path.resolve().is_relative_to(root):
        return RawFile(
            name,
            path,
            0,
            None,
            hint,
            "Đây là lối tắt tới một tệp nằm ở nơi khác nên không đọc. Hãy chép chính tệp đó vào đây.",
        )
    if path.exists() and not path.is_file():
        return RawFile(name, path, 0, None, hint, "Không phải tệp thường nên không đọc.")
    try:
        return RawFile(name, path, path.stat().st_size, sha256_of(path), hint)
    except OSError as error:
        reason = f"Không mở được tệp ({reason_of(error)}). Hãy kiểm tra quyền đọc hoặc chép lại tệp."
        return RawFile(name, path, 0, None, hint, reason)


def _printable(path: str) -> str:
    """NFC, on one line; bytes of a file name that are no UTF-8 become '�'."""
    return on_one_line(unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "replace")))
