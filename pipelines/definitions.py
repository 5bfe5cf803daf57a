"""What `dagster dev` and the daemon load: the definitions for the folders named by the environment."""

from __future__ import annotations

import dagster as dg

from pipelines.job import build_definitions
from pipelines.settings import Settings


@dg.definitions
def defs() -> dg.Definitions:
    return build_definitions(Settings())
