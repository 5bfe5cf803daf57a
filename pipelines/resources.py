"""What assets are given: the folders and limits of the run, and dbt."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from pipelines.dbt import use_folders
from pipelines.extraction.pool import PoolLimits
from pipelines.extraction.reader_version import reader_version
from pipelines.progress import announce
from pipelines.provinces import province_codes
from pipelines.settings import Settings
from pipelines.verbatim_store import VerbatimStore
from pipelines.warehouse import Warehouse, WarehouseBusyError


class RunFolders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where the run reads and writes and what one file may cost; holds the warehouse's lock while the run lasts.

    Sizes in bytes, times in seconds. `province_codes` restrict the release, none: all provinces.
    """

    raw_dir: str
    warehouse_dir: str
    quality_dir: str
    province_codes: list[str]
    workers: int
    file_timeout_seconds: float
    file_memory_bytes: int
    lock_wait_seconds: float
    keep_releases: int

    @classmethod
    def from_settings(cls, settings: Settings) -> RunFolders:
        """Raises UnknownProvinceError."""
        return cls(
            raw_dir=str(settings.raw_dir),
            warehouse_dir=str(settings.warehouse_dir),
            quality_dir=str(settings.quality_dir),
            province_codes=list(province_codes(settings.provinces)),
            workers=settings.workers,
            file_timeout_seconds=settings.file_timeout_seconds,
            file_memory_bytes=settings.file_memory_bytes,
            lock_wait_seconds=settings.lock_wait_seconds,
            keep_releases=settings.keep_releases,
        )

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator[RunFolders, None, None]:
        """Raises dagster.Failure (no retries) when another run keeps the warehouse for too long."""
        log = context.log
        waiting = "Một lượt chạy khác đang dùng kho dữ liệu; đang chờ lượt đó kết thúc."

        def tell() -> None:
            announce(waiting)
            if log:
                log.warning(waiting)

        try:
            with self.warehouse.locked(self.lock_wait_seconds, tell):
                use_folders(self.warehouse.build_dir, self.store.folder)
                yield self
        except WarehouseBusyError as error:
            raise dg.Failure(str(error), allow_retries=False) from error

    @property
    def raw(self) -> Path:
        return Path(self.raw_dir)

    @property
    def warehouse(self) -> Warehouse:
        return Warehouse(Path(self.warehouse_dir))

    @property
    def store(self) -> VerbatimStore:
        return VerbatimStore(self.warehouse.verbatim_root, reader_version())

    @property
    def pool_limits(self) -> PoolLimits:
        return PoolLimits(self.workers, self.file_timeout_seconds, self.file_memory_bytes)
