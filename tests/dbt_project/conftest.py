"""Runs the dbt project once on records of the tests' own and opens the database it builds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from pipelines.parsing.records import PlanRecord
from pipelines.sql_functions import register
from pipelines.verbatim import write_empty_tables, write_plan_record, write_rows
from tests.dbt_project.builders import INVENTORY, File, read_files

PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"


class DbtBuild:
    """One build folder with its verbatim records. `run` raises AssertionError with dbt's output when dbt fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.verbatim = folder / "verbatim"
        self.database = folder / "cchc.duckdb"
        write_empty_tables(self.verbatim)

    def add(self, files: Sequence[File], records: dict[str, PlanRecord], provinces: Sequence[str] = ()) -> None:
        for sha256, record in records.items():
            write_plan_record(self.verbatim, sha256, record)
        write_rows(self.folder / "inventory.parquet", INVENTORY, [file.row() for file in files])
        scope = [{"province_code": code} for code in provinces]
        write_rows(self.folder / "province_scope.parquet", {"province_code": "VARCHAR"}, scope)

    def judge(self, verdicts: dict[str, str]) -> None:
        """Write what the quality gate would: no findings, and a verdict a plan."""
        names = (
            "finding_id rule_code severity plan_id record_table record_id message evidence problem remedy waived_by "
            "waiver_reason"
        )
        finding = dict.fromkeys(names.split(), "VARCHAR")
        write_rows(self.folder / "finding.parquet", {**finding, "source_page": "INTEGER", "waived_until": "DATE"}, [])
        schema = {"plan_id": "VARCHAR", "verdict": "VARCHAR", "rule_codes": "VARCHAR[]", "reason": "VARCHAR"}
        rows = [
            {"plan_id": plan_id, "verdict": verdict, "rule_codes": [], "reason": None}
            for plan_id, verdict in verdicts.items()
        ]
        write_rows(self.folder / "plan_verdict.parquet", schema, rows)

    def run(self, *arguments: str) -> str:
        environment = os.environ | {
            "CCHC_BUILD_DIR": str(self.folder),
            "CCHC_VERBATIM_DIR": str(self.verbatim),
            "DBT_TARGET_PATH": str(self.folder / "target"),
            "DBT_LOG_PATH": str(self.folder / "logs"),
            "DBT_PROFILES_DIR": str(PROJECT),
            "DBT_PROJECT_DIR": str(PROJECT),
            "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
            "PYTHONPATH": str(PROJECT.parent),
        }
        command = [sys.executable, "-m", "dbt.cli.main", "--no-version-check", "--no-use-colors", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
        return done.stdout

    def connect(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(str(self.database), read_only=True)
        register(connection)
        return connection


@pytest.fixture(scope="session")
def dbt_build(tmp_path_factory: pytest.TempPathFactory) -> DbtBuild:
    """The example plans of `builders`, through both passes."""
    build = DbtBuild(tmp_path_factory.mktemp("dbt_build"))
    files, records = read_files()
    build.add(files, records)
    build.run("build", "--select", "tag:candidate", "--exclude-resource-type", "unit_test")
    with build.connect() as connection:
        plans = [row[0] for row in connection.execute("select plan_id from candidate.plan_candidate").fetchall()]
    build.judge(dict.fromkeys(plans, "publish"))
    build.run("build", "--select", "tag:release")
    return build


@pytest.fixture(scope="module")
def warehouse(dbt_build: DbtBuild) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open for one module's tests: while it is, no other process can write to the database."""
    with dbt_build.connect() as connection:
        yield connection
