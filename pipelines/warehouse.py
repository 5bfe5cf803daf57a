"""The folders of a warehouse, and the lock that lets one run at a time work on them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

WITHHELD_PAGE = "khong-phat-hanh.html"
# A run over the samples writes some 60 MB before its release is made.
LEAST_FREE_BYTES = 200 * 1024 * 1024


class WarehouseBusyError(Exception):
    """Another run holds the warehouse and did not finish in time. The message is Vietnamese."""


class DiskFullError(Exception):
    """Too little room is left for a run. The message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class Warehouse:
    """`build_dir` belongs to the run under way; `releases_dir` is immutable; `current_dir` is what people read."""

    root: Path

    @property
    def build_dir(self) -> Path:
        return self.root / "build"

    @property
    def inventory(self) -> Path:
        """Every file of the run and how reading it ended, Parquet."""
        return self.build_dir / "inventory.parquet"

    @property
    def withheld_page(self) -> Path:
        """Why the last run published nothing; there is none after a run that did."""
        return self.build_dir / WITHHELD_PAGE

    @property
    def verbatim_root(self) -> Path:
        return self.root / "verbatim"

    @property
    def releases_dir(self) -> Path:
        return self.root / "releases"

    @property
    def current_dir(self) -> Path:
        return self.root / "current"

    @property
    def database(self) -> Path:
        return self.current_dir / "cchc.duckdb"

    @property
    def manifest(self) -> Path:
        return self.current_dir / "manifest.json"

    @property
    def feedback_dir(self) -> Path:
        """The sheets for the communes, a folder a release."""
        return self.root / "feedback"

    @property
    def log_file(self) -> Path:
        """What the last run from the command line printed."""
        return self.root / "logs" / "run.log"

    @property
    def dagster_home(self) -> Path:
        return self.root / ".dagster"

    def check_room(self) -> None:
        """Raises DiskFullError when a run could not be finished for want of room, OSError without access."""
        self.root.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.root).free
        if free < LEAST_FREE_BYTES:
            raise DiskFullError(
                f"Ổ đĩa chứa {self.root} chỉ còn {free / 2**20:.0f} MB trống; một lượt chạy cần ít nhất "
                f"{LEAST_FREE_BYTES / 2**20:.0f} MB. Hãy xóa bớt tệp không dùng hoặc các bản phát hành cũ trong "
                f"{self.releases_dir} (trừ bản đang phát hành) rồi chạy lại."
            )

    def start_build(self) -> None:
        """Remove what an earlier run, finished or killed, left in the build folder."""
        shutil.rmtree(self.build_dir, ignore_errors=True)
        self.build_dir.mkdir(parents=True)

    @contextmanager
    def locked(self, wait_seconds: float, on_wait: Callable[[], None]) -> Iterator[None]:
        """Hold the warehouse; `on_wait` is called once when another run has it.

        The operating system frees the lock of a process that dies. Raises WarehouseBusyError after `wait_seconds`.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait()
            try:
                lock.acquire(timeout=wait_seconds)
            except Timeout as error:
                raise WarehouseBusyError(
                    f"Một lượt chạy khác đang dùng kho dữ liệu {self.root}; đã chờ {wait_seconds:.0f} giây. "
                    "Hãy chạy lại khi lượt chạy đó kết thúc."
                ) from error
        try:
            yield
        finally:
            lock.release()
