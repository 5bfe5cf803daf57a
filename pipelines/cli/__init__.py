"""The command `cchc`. Heavy imports are left to the commands, so that help and worker processes start at once."""

from __future__ import annotations

from pipelines.cli.app import main

__all__ = ["main"]
