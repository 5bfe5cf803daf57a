"""`cchc run`: the whole job, and what came of it."""

from __future__ import annotations

import logging
import time
import warnings
from pathlib import Path

from pipelines.cli.console import err, fail, out, progress_display
from pipelines.settings import Settings
from pipelines.warehouse import Warehouse

PUBLISHED, FAILED, WITHHELD = 0, 1, 3

_STEP_LABELS = {
    "raw_files": "kiểm kê tệp",
    "plan_records": "đọc kế hoạch",
    "candidate_tables": "quy chuẩn dữ liệu",
    "quality_gate": "kiểm tra chất lượng",
    "release_tables": "lập bảng phát hành",
    "release": "phát hành",
}


def run_command(settings: Settings, *, verbose: bool) -> int:
    """Exit code: 0 published, 3 withheld by the quality gate, 1 failed."""
    if not settings.raw_dir.is_dir():
        return fail(f"Không có thư mục {settings.raw_dir}. Hãy tạo thư mục và chép các kế hoạch vào.")
    started = time.monotonic()
    if not verbose:
        warnings.filterwarnings("ignore")
        logging.disable(logging.CRITICAL)
    err.print(f"Tổng hợp kế hoạch trong {settings.raw_dir}")
    with progress_display():
        from pipelines.run import run_job  # imports Dagster: some seconds

        outcome = run_job(settings, "DEBUG" if verbose else "CRITICAL")
    seconds = time.monotonic() - started
    warehouse = Warehouse(settings.warehouse_dir)
    if outcome.status == "failed":
        log = warehouse.root / "logs" / f"{outcome.run_id}.log"
        _write_log(log, [fault.details for fault in outcome.faults])
        for fault in outcome.faults:
            place = f"Bước {_STEP_LABELS.get(fault.step, fault.step)}: " if fault.step else ""
            fail(f"{place}{fault.message}")
        err.print(f"Bản phát hành trước vẫn giữ nguyên. Nhật ký: {log}")
        return FAILED
    return _report(warehouse, outcome.status == "published", seconds)


def _report(warehouse: Warehouse, published: bool, seconds: float) -> int:
    from pipelines.cli.summary import Summary, print_location
    from quality.gate import GateResult

    if published:
        summary = Summary.of_release(warehouse.database)
        summary.print()
        print_location(warehouse.current_dir)
        out.print(f"[bold green]Xong:[/] {summary.headline} ({seconds:.0f} giây).")
        return PUBLISHED
    Summary.of_build(warehouse.build_dir).print()
    out.print("[bold yellow]Không phát hành[/]: bộ dữ liệu không đạt kiểm tra chất lượng.")
    for reason in GateResult.read(warehouse.build_dir).withheld_because:
        out.print(f"  - {reason}")
    kept = "Bản phát hành trước vẫn giữ nguyên." if warehouse.database.exists() else "Chưa có bản phát hành nào."
    out.print(f"{kept} Chi tiết: {warehouse.build_dir / 'data-docs' / 'index.html'}")
    return WITHHELD


def _write_log(path: Path, details: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(details), encoding="utf-8")
