"""Settings of a run: from CCHC_* environment variables, overridden by the options of the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from pipelines.reading.limits import MEBIBYTE

REPOSITORY = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Where a run reads and writes, and what one file may cost. `quality_dir`: the analysts' thresholds and waivers.

    Sizes in bytes, times in seconds. `CCHC_PROVINCE` holds names or codes parted by commas or semicolons.
    """

    model_config = SettingsConfigDict(env_prefix="CCHC_", frozen=True, populate_by_name=True)

    raw_dir: Path = Path("raw")
    warehouse_dir: Path = Path("warehouse")
    quality_dir: Path = REPOSITORY / "quality"
    provinces: Annotated[tuple[str, ...], NoDecode, Field(validation_alias="CCHC_PROVINCE")] = ()
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)
    file_timeout_seconds: float = Field(default=300.0, gt=0)
    file_memory_bytes: int = Field(default=4096 * MEBIBYTE, gt=0)
    lock_wait_seconds: float = Field(default=3600.0, ge=0)
    stable_seconds: float = Field(default=60.0, ge=0)
    keep_releases: int = Field(default=100, ge=1)

    @field_validator("provinces", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace(";", ",").split(",")
        return tuple(name.strip() for name in value if name.strip())

    @field_validator("raw_dir", "warehouse_dir", "quality_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()
