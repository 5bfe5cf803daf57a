"""The folder of releases: built aside, made durable, switched to in one step, by one process at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RELEASES = "releases"
CURRENT = "current"
_STAGING = ".staging-"
_NEXT_LINK = ".current-next"
_LOCK = ".publish.lock"


class PublishLockedError(Exception):
    """Another process is publishing into this warehouse."""


class ReleaseStore:
    """warehouse/releases/<release_id>/ and the link warehouse/current, which always shows a whole release."""

    def __init__(self, warehouse_dir: Path) -> None:
        self._warehouse = warehouse_dir
        self.releases = warehouse_dir / RELEASES
        self.current_link = warehouse_dir / CURRENT

    @contextmanager
    def exclusive(self, timeout: float) -> Iterator[None]:
        """Holds the warehouse's lock, which the system frees when the process ends, however it ends.

        Raises PublishLockedError when another process still holds it after `timeout` seconds.
        """
        self.releases.mkdir(parents=True, exist_ok=True)
        deadline = time.monotonic() + timeout
        with (self._warehouse / _LOCK).open("w") as lock:
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError as error:
                    if time.monotonic() >= deadline:
                        raise PublishLockedError(f"{self._warehouse}: một lượt chạy khác đang phát hành") from error
                    time.sleep(0.1)
            yield

    def remove_leftovers(self) -> list[Path]:
        """Deletes what killed runs left half built. Call it while holding the lock."""
        leftovers = sorted(self.releases.glob(f"{_STAGING}*"))
        for leftover in leftovers:
            shutil.rmtree(leftover)
        (self._warehouse / _NEXT_LINK).unlink(missing_ok=True)
        return leftovers

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A new folder on the releases' file system, deleted at the end unless it was committed."""
        folder = self.releases / f"{_STAGING}{os.getpid()}-{time.time_ns()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def commit(self, staging: Path, release_id: str) -> Path:
        """Turns a staged folder into release `release_id`: read only, on disk, under its name. Returns its path."""
        for path in sorted(staging.rglob("*")):
            if path.is_file():
                path.chmod(0o444)
            _sync(path)
        _sync(staging)
        release = self.releases / release_id
        staging.rename(release)
        _sync(self.releases)
        return release

    def switch_to(self, release: Path) -> None:
        """Makes `release` the current one: readers see the old release or the new one, never neither."""
        next_link = self._warehouse / _NEXT_LINK
        next_link.unlink(missing_ok=True)
        next_link.symlink_to(release.relative_to(self._warehouse), target_is_directory=True)
        next_link.replace(self.current_link)
        _sync(self._warehouse)

    def current(self) -> Path | None:
        """The folder of the current release, None before the first."""
        return self.current_link.resolve(strict=True) if self.current_link.is_symlink() else None

    def last(self) -> Path | None:
        """The release that readers have seen last, None before the first."""
        current = self.current_link.resolve() if self.current_link.is_symlink() else None
        return current if current is not None and current.is_dir() else self.newest()

    def newest(self) -> Path | None:
        """The newest whole release, which is not current if a run was killed just before switching to it."""
        return next(iter(self._whole()), None)

    def prune(self, keep: int) -> list[Path]:
        """Deletes all but the `keep` newest releases, never the current one. Call it while holding the lock.

        Raises OSError; a release that lost its name is gone for readers, and what is left of it goes with the next run.
        """
        current = self.current()
        outdated = [release for release in self._whole()[keep:] if release != current]
        for release in outdated:
            condemned = self.releases / f"{_STAGING}{release.name}"
            release.rename(condemned)
            shutil.rmtree(condemned)
        return outdated

    def _whole(self) -> list[Path]:
        """The releases, newest first: their names begin with the time they were made."""
        whole = [path for path in self.releases.iterdir() if path.is_dir() and not path.name.startswith(".")]
        return sorted(whole, key=lambda path: path.name, reverse=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
