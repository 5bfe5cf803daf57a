"""What is costly to make and never changed by a test: made by the first worker that needs it, used by all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

_DONE = "made.json"


def made_once(
    temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], dict[str, Any]]
) -> tuple[Path, dict[str, Any]]:
    """The folder `name` of this test run, and what `make` told (as JSON) when it filled it.

    Workers of pytest-xdist have folders of their own below one that is the run's.
    """
    root = temporary.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = root / name
    done = folder / _DONE
    with FileLock(root / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            told = make(folder)
            done.write_text(json.dumps(told), encoding="utf-8")
        return folder, json.loads(done.read_text(encoding="utf-8"))
