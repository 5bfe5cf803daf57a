"""One run of the whole job in this process, as the command line does it."""

from __future__ import annotations

import os
import re
import shutil
import traceback
from dataclasses import dataclass
from typing import Literal

import dagster as dg
from dagster_dbt.errors import DagsterDbtCliRuntimeError
from sqlalchemy.exc import SQLAlchemyError

from pipelines.fault_words import in_vietnamese
from pipelines.job import JOB_NAME, build_definitions
from pipelines.settings import REPOSITORY, Settings
from pipelines.warehouse import Warehouse

INSTANCE_CONFIG = REPOSITORY / "pipelines" / "dagster.yaml"
PROCESS_TAG = "cchc/process"
KEPT_RUNS = 200
GATE_CHECK = "may_be_published"
MESSAGE_LINES = 8
_EXCEPTION_NAME = re.compile(r"^(?:[\w.]+\.)?(?:Failure: )?")
_COLOUR = re.compile(r"\x1b\[\d*m")


@dataclass(frozen=True, slots=True)
class StepFault:
    """A step that failed: `message` for people, `details` with the stack for the log."""

    step: str
    message: str
    details: str


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """`withheld`: the gate refused the set and the last release stays; `failed`: a step broke, see `faults`."""

    status: Literal["published", "withheld", "failed"]
    run_id: str
    faults: tuple[StepFault, ...] = ()


def open_dagster_home(warehouse: Warehouse) -> None:
    """Make DAGSTER_HOME under the warehouse and point this process and its children at it. Raises OSError."""
    warehouse.dagster_home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(INSTANCE_CONFIG, warehouse.dagster_home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(warehouse.dagster_home)


def run_job(settings: Settings, log_level: str = "CRITICAL") -> RunOutcome:
    """Run the job `consolidate` and wait for it. The run is recorded, and seen in `cchc dev` like any other."""
    open_dagster_home(Warehouse(settings.warehouse_dir))
    try:
        job = build_definitions(settings).resolve_job_def(JOB_NAME)
    except DagsterDbtCliRuntimeError as error:
        return RunOutcome("failed", "", (StepFault("dbt_parse", _short(str(error)), str(error)),))
    try:
        with dg.DagsterInstance.get() as instance:
            _close_killed_runs(instance)
            _forget_old_runs(instance)
            result = job.execute_in_process(
                instance=instance,
                raise_on_error=False,
                run_config={"loggers": {"console": {"config": {"log_level": log_level}}}},
                tags={PROCESS_TAG: str(os.getpid())},
            )
    except SQLAlchemyError as error:  # Dagster could not write its record of the run
        return RunOutcome("failed", "", (StepFault("", _short(str(error)), traceback.format_exc()),))
    if result.success:
        return RunOutcome("published", result.run_id)
    evaluations = result.get_asset_check_evaluations()
    if any(check.check_name == GATE_CHECK and not check.passed for check in evaluations):
        return RunOutcome("withheld", result.run_id)
    return RunOutcome("failed", result.run_id, tuple(_faults(result)))


def _faults(result: dg.ExecuteInProcessResult) -> list[StepFault]:
    """The failed steps; where none failed, why the run could not start."""
    failures = [event for event in result.all_events if event.is_step_failure]
    failures = failures or [event for event in result.all_events if event.is_failure]
    faults = []
    for event in failures:
        error = getattr(event.event_specific_data, "error", None)
        if error is None:
            continue
        chain = [error]
        while chain[-1].cause is not None:
            chain.append(chain[-1].cause)
        # A Failure is a fault the code foresaw and words for people; else the first cause tells most.
        telling = next((link for link in chain if link.cls_name == "Failure"), chain[-1])
        faults.append(StepFault(event.step_key or "", _short(telling.message), error.to_string()))
    return faults


def _short(message: str) -> str:
    """The lines that say what is wrong: dbt puts the command before them and the stack after."""
    if known := in_vietnamese(message):
        return known
    told = _EXCEPTION_NAME.sub("", message)
    told = told.split("Errors parsed from dbt logs:")[-1].split("Traceback (most recent call last)")[0]
    lines = [line.strip() for line in _COLOUR.sub("", told).splitlines() if line.strip()]
    return "\n".join(lines[:MESSAGE_LINES])


def _close_killed_runs(instance: dg.DagsterInstance) -> None:
    """Record as failed the runs of processes that were killed; they would be shown as under way for ever."""
    under_way = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING])
    for run in instance.get_runs(under_way):
        process = run.tags.get(PROCESS_TAG)
        if process and not _is_alive(int(process)):
            instance.report_run_failed(run, message="Lượt chạy bị dừng giữa chừng.")


def _forget_old_runs(instance: dg.DagsterInstance) -> None:
    """Drop the records of all but the newest runs: each is some megabytes of events, and nightly runs never end."""
    newest = instance.get_run_records(limit=KEPT_RUNS)
    if len(newest) < KEPT_RUNS:
        return
    for record in instance.get_run_records(dg.RunsFilter(created_before=newest[-1].create_timestamp)):
        instance.delete_run(record.dagster_run.run_id)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # alive, of another user
        return True
    return True
