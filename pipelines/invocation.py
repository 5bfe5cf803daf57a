"""How a person types `cchc`, for every message that tells them to."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

# In a published page, which is read elsewhere and must not depend on who made it: typed in the project's folder.
DOCUMENTED = ".venv/bin/cchc"


def typed(arguments: str) -> str:
    """The line to type in the current folder: '.venv/bin/cchc run', or 'cchc run' where PATH has this `cchc`."""
    return f"{_program()} {arguments}"


def _program() -> str:
    script = Path(sys.executable).with_name("cchc")
    if not script.exists():
        return f"{shlex.quote(sys.executable)} -m pipelines.cli"
    on_path = shutil.which("cchc")
    if on_path and script.samefile(on_path):
        return "cchc"
    here = Path.cwd()
    return shlex.quote(str(script.relative_to(here) if script.is_relative_to(here) else script))
