"""Bounds on what a file may cost to read."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """`max_*_bytes` are sizes in bytes; `max_compression_ratio` is unpacked size over packed size of one member.

    `max_table_cells` bounds the grid of one table or sheet, merged and empty positions included.
    """

    max_file_bytes: int = 50 * MEBIBYTE
    max_unpacked_bytes: int = 400 * MEBIBYTE
    max_compression_ratio: int = 400
    max_archive_members: int = 5_000
    max_table_cells: int = 400_000


DEFAULT_LIMITS = ReadingLimits()
