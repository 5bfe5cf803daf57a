"""SQL functions for dbt: the text rules of `pipelines.text` under the same names, so that each rule stands once.

`profiles.yml` names this module as a dbt-duckdb plugin. All functions give NULL for NULL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from pipelines.text.document_number import canonical_number
from pipelines.text.normalise import fold, match_key
from pipelines.text.repair import repair

TEXT_FUNCTIONS: Mapping[str, Callable[[str], str]] = {
    "match_key": match_key,
    "fold_text": fold,
    "repair_text": repair,
    "canonical_number": canonical_number,
}


def register(connection: DuckDBPyConnection) -> None:
    """Make the text functions known to a connection and its cursors."""
    for name, function in TEXT_FUNCTIONS.items():
        connection.create_function(name, function, ["VARCHAR"], "VARCHAR")


class Plugin(BasePlugin):
    """Registers the text functions on every connection dbt opens."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        register(conn)
