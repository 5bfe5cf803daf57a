"""`cchc run`: the whole job, and what came of it."""

from __future__ import annotations

import logging
import sys
import time
import warnings
from contextlib import redirect_stdout

from rich.markup import escape

from pipelines.cli.console import err, fail, out, progress_display
from pipelines.invocation import typed
from pipelines.provinces import UnknownProvinceError, province_codes
from pipelines.settings import Settings
from pipelines.warehouse import DiskFullError, Warehouse

PUBLISHED, FAILED, WITHHELD = 0, 1, 3

_STEP_LABELS = {
    "dbt_parse": "đọc dự án dbt",
    "raw_files": "kiểm kê tệp",
    "plan_records": "đọc kế hoạch",
    "candidate_tables": "quy chuẩn dữ liệu",
    "quality_gate": "kiểm tra chất lượng",
    "release_tables": "lập bảng phát hành",
    "release": "phát hành",
}


def run_command(settings: Settings, *, verbose: bool) -> int:
    """Exit code: 0 published, 3 withheld by the quality gate, 1 failed."""
    from pipelines.seeds import check_seeds
    from quality.analyst_file import BrokenFileError  # imports pandas: slow, and of no use to --help
    from quality.catalogue import BrokenRuleError
    from quality.configuration import load_configuration

    if not settings.raw_dir.is_dir():
        return fail(f"Không có thư mục {settings.raw_dir}. Hãy tạo thư mục và chép các kế hoạch vào.")
    warehouse = Warehouse(settings.warehouse_dir)
    try:
        warehouse.check_room()
        province_codes(settings.provinces)
        check_seeds()
        load_configuration(settings.quality_dir)  # hours of reading would be lost on a slip in an analyst's file
    except (DiskFullError, UnknownProvinceError, BrokenFileError, BrokenRuleError) as error:
        return fail(str(error))
    started = time.monotonic()
    err.print(f"Tổng hợp kế hoạch trong {settings.raw_dir}")
    warehouse.log_file.parent.mkdir(parents=True, exist_ok=True)
    with progress_display(), warehouse.log_file.open("w", encoding="utf-8") as log:
        if not verbose:
            warnings.filterwarnings("ignore")
            logging.basicConfig(stream=log, level=logging.WARNING, force=True)
        from pipelines.run import run_job  # imports Dagster: some seconds

        # dbt's output passes through standard output, which is for the result of this command.
        with redirect_stdout(sys.stdout if verbose else log):
            outcome = run_job(settings, "DEBUG" if verbose else "CRITICAL")
        log.writelines(f"{fault.details}\n" for fault in outcome.faults)
    seconds = time.monotonic() - started
    if outcome.status == "failed":
        for fault in outcome.faults:
            place = f"Bước {_STEP_LABELS.get(fault.step, fault.step)}: " if fault.step else ""
            fail(f"{place}{fault.message}")
        err.print(f"{_what_stays(warehouse)} Nhật ký: {warehouse.log_file}")
        return FAILED
    return _report(warehouse, outcome.status == "published", seconds)


def _report(warehouse: Warehouse, published: bool, seconds: float) -> int:
    from pipelines.cli.summary import Summary, print_location
    from quality.gate import GateResult

    if published:
        summary = Summary.of_release(warehouse.database)
        summary.print()
        print_location(warehouse.current_dir)
        out.print(f"Lập phiếu phản hồi gửi từng xã: {escape(typed('feedback'))}")
        out.print(f"[bold green]Xong:[/] {summary.headline} ({seconds:.0f} giây).")
        return PUBLISHED
    Summary.of_build(warehouse).print()
    out.print("[bold yellow]Không phát hành[/]: bộ dữ liệu không đạt kiểm tra chất lượng.")
    for reason in GateResult.read(warehouse.build_dir).withheld_because:
        out.print(f"  - {escape(reason)}")
    out.print(f"{_what_stays(warehouse)} Chi tiết: {warehouse.withheld_page}")
    return WITHHELD


def _what_stays(warehouse: Warehouse) -> str:
    return "Bản phát hành trước vẫn giữ nguyên." if warehouse.database.exists() else "Chưa có bản phát hành nào."
