"""A publisher killed at any moment leaves the last release whole, and the next run completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipelines.publishing.release import publish
from pipelines.publishing.store import PublishLockedError, ReleaseStore
from quality.gate import GateResult

# Publishes, but stops for good just before the named step and says so.
PUBLISHER = """
import sys, time
from pathlib import Path
from pipelines.publishing import release, store
from quality.gate import GateResult

def stop(*_, **__):
    print("reached", flush=True)
    time.sleep(600)

owner, name = sys.argv[3].split(".")
setattr({"release": release, "store": store.ReleaseStore}[owner], name, stop)
build = Path(sys.argv[1])
release.publish(build, Path(sys.argv[2]), GateResult.read(build))
"""
STEPS = [
    "release.write_database",
    "release.write_workbook",
    "release.write_manifest",
    "store.commit",
    "store.switch_to",
]


@pytest.fixture
def stopped(built: Path, repository: Path) -> Callable[[Path, str], subprocess.Popen[str]]:
    """Starts a publisher of `built` in its own process and waits until it has reached the step."""

    def start(warehouse: Path, step: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PUBLISHER, str(built), str(warehouse), step]
        process = subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "reached\n"
        return process

    return start


def _kill(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def _tasks(warehouse: Path) -> int:
    with duckdb.connect(str(warehouse / "current/cchc.duckdb"), read_only=True) as connection:
        found = connection.execute("select count(*) from fct_task").fetchone()
    assert found is not None
    return int(found[0])


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_a_step(
    built: Path, earlier: Path, tmp_path: Path, stopped: Callable[..., subprocess.Popen[str]], step: str
) -> None:
    warehouse = tmp_path
    last = publish(earlier, warehouse, GateResult.read(earlier))
    _kill(stopped(warehouse, step))
    assert (warehouse / "current").resolve() == last.path
    assert _tasks(warehouse) == 7

    following = publish(built, warehouse, GateResult.read(built))
    assert (warehouse / "current").resolve() == following.path
    assert _tasks(warehouse) == 6
    assert {path.name for path in (warehouse / "releases").iterdir()} == {last.release_id, following.release_id}


def test_killed_before_the_first_release(
    built: Path, tmp_path: Path, stopped: Callable[..., subprocess.Popen[str]]
) -> None:
    _kill(stopped(tmp_path, "store.switch_to"))
    assert not (tmp_path / "current").exists()
    publish(built, tmp_path, GateResult.read(built))
    assert _tasks(tmp_path) == 6


def test_readers_read_and_publishers_wait_while_one_publishes(
    built: Path, earlier: Path, tmp_path: Path, stopped: Callable[..., subprocess.Popen[str]]
) -> None:
    warehouse = tmp_path
    publish(earlier, warehouse, GateResult.read(earlier))
    publisher = stopped(warehouse, "release.write_manifest")
    try:
        assert _tasks(warehouse) == 7
        started = time.monotonic()
        with pytest.raises(PublishLockedError):
            publish(built, warehouse, GateResult.read(built), lock_timeout=0.3)
        assert time.monotonic() - started < 10
    finally:
        _kill(publisher)
    assert not publish(built, warehouse, GateResult.read(built), lock_timeout=5).is_reused


def test_a_reader_keeps_its_release_through_a_switch(built: Path, tmp_path: Path) -> None:
    store = ReleaseStore(tmp_path)
    first = publish(built, tmp_path, GateResult.read(built))
    with duckdb.connect(str(tmp_path / "current/cchc.duckdb"), read_only=True) as reader:
        other = tmp_path / "releases/29990101T000000-other"
        other.mkdir()
        store.switch_to(other)
        assert reader.execute("select count(*) from fct_task").fetchall() == [(6,)]
    assert store.current() == other
    store.switch_to(first.path)
    assert store.current() == first.path
