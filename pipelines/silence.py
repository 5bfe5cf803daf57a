"""Nothing is sent to the network: every dependency's telemetry is off before it is imported."""

from __future__ import annotations

import os

_SWITCHES = {
    "DAGSTER_DISABLE_TELEMETRY": "yes",
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "DBT_VERSION_CHECK": "false",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
}


def silence() -> None:
    """Set the switches in this process's environment, which its children inherit."""
    os.environ.update(_SWITCHES)
