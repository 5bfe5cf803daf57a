"""Tasks that hang, die, raise or eat memory harm nobody else's."""

from __future__ import annotations

import os
import signal
import time

import pytest

from pipelines.extraction.pool import PoolLimits, TaskFailure, run_tasks

LIMITS = PoolLimits(workers=2, timeout_seconds=5, memory_bytes=1 << 30, tasks_per_process=3)


def _behave(what: str) -> str:
    if what == "hang":
        time.sleep(60)
    if what == "exit":
        os._exit(7)
    if what == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "raise":
        raise ValueError("no such cell")
    if what == "eat":
        return str(len(bytearray(1 << 31)))
    return what.upper()


@pytest.mark.parametrize(
    ("fault", "code"), [("exit", "crashed"), ("segfault", "crashed"), ("raise", "error"), ("eat", "error")]
)
def test_a_faulty_task_is_named_and_the_others_answered(fault: str, code: str) -> None:
    answers = dict(run_tasks(_behave, ["a", fault, "b", "c"], LIMITS))
    failure = answers.pop(fault)
    assert isinstance(failure, TaskFailure) and failure.code == code
    assert answers == {"a": "A", "b": "B", "c": "C"}


def test_a_task_out_of_time_is_killed() -> None:
    limits = PoolLimits(workers=2, timeout_seconds=2, memory_bytes=1 << 30)
    started = time.monotonic()
    answers = dict(run_tasks(_behave, ["hang", "a", "b"], limits))
    assert answers.pop("hang") == TaskFailure("timeout", "no answer within 2 s")
    assert answers == {"a": "A", "b": "B"}
    assert time.monotonic() - started < 20


def test_more_tasks_than_a_process_may_do() -> None:
    names = [f"task {number}" for number in range(8)]
    assert dict(run_tasks(_behave, names, LIMITS)) == {name: name.upper() for name in names}


def test_no_tasks_start_no_process() -> None:
    assert list(run_tasks(_behave, [], LIMITS)) == []


def test_what_an_error_says_is_kept() -> None:
    [(_, failure)] = run_tasks(_behave, ["raise"], LIMITS)
    assert failure == TaskFailure("error", "ValueError: no such cell")
