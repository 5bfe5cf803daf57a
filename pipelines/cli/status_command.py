"""`cchc status`: raw/ beside what is published."""

from __future__ import annotations

import json
from typing import Any

import duckdb
from rich.markup import escape

from pipelines.cli.console import entries, out, refused
from pipelines.cli.summary import Summary, print_location
from pipelines.inventory import RawFile, scan
from pipelines.invocation import typed
from pipelines.settings import Settings
from pipelines.tables import OFFLINE
from pipelines.warehouse import Warehouse


def status_command(settings: Settings) -> int:
    """Exit code: 0, also before the first release; 1 when the release cannot be opened."""
    warehouse = Warehouse(settings.warehouse_dir)
    files = scan(settings.raw_dir) if settings.raw_dir.is_dir() else []
    out.print(f"Thư mục kế hoạch: {settings.raw_dir} ({len(files)} tệp)")
    withheld = _tell_of_withheld_run(warehouse)
    if not warehouse.database.exists():
        out.print(f"Chưa có bản phát hành nào trong {warehouse.root}. Hãy chạy: {typed('run')}")
        if withheld:
            Summary.of_build(warehouse).print()
        else:
            entries("Tệp chưa xử lý", [(file.source_file,) for file in files])
        return 0
    manifest: dict[str, Any] = json.loads(warehouse.manifest.read_text(encoding="utf-8"))
    out.print(f"Bản đang phát hành: {manifest.get('release_id', warehouse.current_dir.resolve().name)}")
    try:
        summary = Summary.of_release(warehouse.database)
        changes = _changes(files, warehouse)
    except duckdb.Error as error:
        return refused(error)
    summary.print()
    entries("Thay đổi trong thư mục kế hoạch từ bản phát hành đó", changes)
    print_location(warehouse.current_dir)
    out.print(summary.headline)
    return 0


def _tell_of_withheld_run(warehouse: Warehouse) -> bool:
    """Whether the last run published nothing; then also says why."""
    if not warehouse.withheld_page.exists():
        return False
    from quality.gate import GateResult  # imports pandas: slow, and needed after such a run alone

    out.print("[bold yellow]Lượt chạy gần nhất không phát hành[/]: bộ dữ liệu không đạt kiểm tra chất lượng.")
    for reason in GateResult.read(warehouse.build_dir).withheld_because:
        out.print(f"  - {escape(reason)}")
    out.print(f"Chi tiết: {warehouse.withheld_page}")
    return True


def _changes(files: list[RawFile], warehouse: Warehouse) -> list[tuple[str, ...]]:
    with duckdb.connect(str(warehouse.database), read_only=True, config=OFFLINE) as connection:
        known = dict(connection.execute("SELECT source_file, source_sha256 FROM fct_document").fetchall())
    now = {file.source_file: file.source_sha256 for file in files}
    changes: list[tuple[str, ...]] = []
    for name in sorted(known.keys() | now.keys()):
        if name not in known:
            changes.append((name, "mới"))
        elif name not in now:
            changes.append((name, "đã rút"))
        elif known[name] != now[name]:
            changes.append((name, "đã sửa"))
    return changes
