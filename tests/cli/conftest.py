"""`cchc` as people run it, in a process of its own and cut off from every network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.made_once import made_once
from tests.plan_text import plan_markdown

GUARD = Path(__file__).parent / "network_guard"
COMMAND = (sys.executable, "-m", "pipelines.cli")
SECONDS_TO_START = 120


@cache
def _isolation() -> tuple[str, ...]:
    """The command prefix that gives a process no network at all, where the system allows it."""
    prefix = ("unshare", "--map-root-user", "--net")
    if shutil.which("unshare") and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
        return prefix
    return ()


@dataclass(frozen=True)
class Site:
    """A raw folder and a warehouse, and `cchc` run on them."""

    folder: Path

    @property
    def raw(self) -> Path:
        return self.folder / "raw"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse"

    @property
    def network_log(self) -> Path:
        return self.folder / "network.log"

    def environment(self, **settings: str) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(GUARD),
            "CCHC_TEST_NETWORK_LOG": str(self.network_log),
            "CCHC_RAW_DIR": str(self.raw),
            "CCHC_WAREHOUSE_DIR": str(self.warehouse),
            **settings,
        }

    def cchc(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*_isolation(), *COMMAND, *arguments],
            env=self.environment(**settings),
            capture_output=True,
            text=True,
            check=False,
        )

    def run_and_kill(self) -> None:
        """Start a run and kill it, with all its children, once it has begun to build."""
        build = self.warehouse / "build"
        process = subprocess.Popen([*COMMAND, "run"], env=self.environment(), start_new_session=True)
        deadline = time.monotonic() + SECONDS_TO_START
        while not (build / "raw_file.parquet").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert (build / "raw_file.parquet").exists(), "the run did not begin to build in time"


def make_site(folder: Path) -> Site:
    site = Site(folder)
    site.raw.mkdir(parents=True)
    return site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty raw folder and no warehouse yet."""
    return make_site(tmp_path)


@dataclass(frozen=True)
class PublishedSite:
    site: Site
    output: str
    returncode: int


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    """One plan to publish and a copy of it, one to hold, two files to quarantine; run after a run that was killed.

    All workers share it: a test may run `cchc` on it, but must leave raw folder and release as they are.
    """
    folder, told = made_once(tmp_path_factory, "published", _publish)
    return PublishedSite(Site(folder), told["output"], told["returncode"])


def _publish(folder: Path) -> dict[str, object]:
    site = make_site(folder)
    communes = site.raw / "Quảng Ngãi"
    communes.mkdir()
    (communes / "binh-son.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    (communes / "binh-son-ban-sao.md").write_text(plan_markdown("Bình Sơn"), encoding="utf-8")
    (communes / "khong-co.md").write_text(plan_markdown("Không Có Thật"), encoding="utf-8")
    (site.raw / "empty.pdf").write_bytes(b"")
    (site.raw / "thuc-don.txt").write_text("Thực đơn tuần này: cơm, canh chua, cá kho.", encoding="utf-8")
    site.run_and_kill()
    done = site.cchc("run")
    return {"output": done.stdout + done.stderr, "returncode": done.returncode}
