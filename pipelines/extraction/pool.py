"""A pool of processes in which a task may hang, crash or eat memory without harming the others.

concurrent.futures breaks the whole pool when one process dies and has no time limit a task; this one kills and
replaces the process, and blames the task it had.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, Literal, TypeVar

Argument = TypeVar("Argument")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TaskFailure:
    """Why a task gave no answer: it ran out of time, its process died, or it raised; `detail` for the log."""

    code: Literal["timeout", "crashed", "error"]
    detail: str


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """`timeout_seconds` a task, start of its process included; `memory_bytes` of address space a process."""

    workers: int
    timeout_seconds: float
    memory_bytes: int
    tasks_per_process: int = 50


@dataclass(slots=True)
class _Worker(Generic[Argument]):
    process: SpawnProcess
    connection: Connection
    argument: Argument
    seconds: float
    deadline: float
    tasks: int = 1


def run_tasks(
    function: Callable[[Argument], Answer],
    arguments: Sequence[Argument],
    limits: PoolLimits,
    patience: Callable[[Argument], float] = lambda argument: 1.0,
) -> Iterator[tuple[Argument, Answer | TaskFailure]]:
    """Answers in the order in which tasks end. `function` and arguments must be picklable.

    `patience` is the factor by which the time limit of a task is longer than `limits` says.
    """
    pending = deque(arguments)
    running: list[_Worker[Argument]] = []
    try:
        while pending or running:
            while pending and len(running) < limits.workers:
                argument = pending.popleft()
                running.append(_start(function, argument, limits, limits.timeout_seconds * patience(argument)))
            for worker in _settled(running):
                answer = _collect(worker)
                yield worker.argument, answer
                if pending and _is_reusable(worker, answer, limits):
                    argument = pending.popleft()
                    _hand_over(worker, argument, limits.timeout_seconds * patience(argument))
                else:
                    running.remove(worker)
                    _stop(worker)
    finally:
        for worker in running:
            _stop(worker)


def _start(
    function: Callable[[Argument], Answer], argument: Argument, limits: PoolLimits, seconds: float
) -> _Worker[Argument]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function, limits.memory_bytes), daemon=True)
    process.start()
    theirs.close()
    ours.send(argument)
    return _Worker(process, ours, argument, seconds, time.monotonic() + seconds)


def _settled(running: list[_Worker[Argument]]) -> list[_Worker[Argument]]:
    """Workers that answered, died or ran out of time; waits until there is one."""
    while True:
        now = time.monotonic()
        ready = wait([worker.connection for worker in running], min(w.deadline for w in running) - now)
        settled = [w for w in running if w.connection in ready or w.deadline <= time.monotonic()]
        if settled:
            return settled


def _collect(worker: _Worker[Argument]) -> Answer | TaskFailure:
    if not worker.connection.poll():
        return TaskFailure("timeout", f"no answer within {worker.seconds:.0f} s")
    try:
        answer: Answer | TaskFailure = worker.connection.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join(timeout=5)
        return TaskFailure("crashed", f"process ended with exit code {worker.process.exitcode}")
    return answer


def _is_reusable(worker: _Worker[Argument], answer: object, limits: PoolLimits) -> bool:
    return not isinstance(answer, TaskFailure) and worker.tasks < limits.tasks_per_process


def _hand_over(worker: _Worker[Argument], argument: Argument, seconds: float) -> None:
    worker.argument = argument
    worker.tasks += 1
    worker.seconds = seconds
    worker.deadline = time.monotonic() + seconds
    with suppress(BrokenPipeError):  # it died between two tasks: reading its answer will tell
        worker.connection.send(argument)


def _stop(worker: _Worker[Argument]) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


def _serve(connection: Connection, function: Callable[[Argument], Answer], memory_bytes: int) -> None:
    """Body of a worker process; it ends when the pool closes the pipe or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pool's to handle
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    with suppress(EOFError, BrokenPipeError):
        while True:
            argument = connection.recv()
            try:
                answer: Answer | TaskFailure = function(argument)
            except Exception as error:
                answer = TaskFailure("error", f"{type(error).__name__}: {error}")
            connection.send(answer)
