"""`cchc feedback`: a sheet for every commune of the current release."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipelines.cli.console import entries, fail, out, refused
from pipelines.feedback.dossier import read_feedback
from pipelines.feedback.write import INDEX, write_feedback
from pipelines.invocation import typed
from pipelines.provinces import UnknownProvinceError, province_codes
from pipelines.settings import Settings
from pipelines.warehouse import Warehouse


def feedback_command(settings: Settings, folder: Path | None) -> int:
    """Exit code: 0 written, 1 when nothing is published or the province is unknown."""
    warehouse = Warehouse(settings.warehouse_dir)
    if not warehouse.database.exists():
        return fail(f"Chưa có bản phát hành nào trong {warehouse.root}. Hãy chạy: {typed('run')}")
    try:
        codes = province_codes(settings.provinces)
        feedback = read_feedback(warehouse.current_dir.resolve(), codes)
    except UnknownProvinceError as error:
        return fail(str(error))
    except duckdb.IOException as error:
        return refused(error)
    except duckdb.Error as error:
        return fail(f"Bản đang phát hành do phiên bản cũ làm ra; hãy chạy lại: {typed('run')} ({error})")
    if not feedback.dossiers:
        out.print(f"Bản phát hành {feedback.release_id} không có văn bản nào của tỉnh đã chọn: không lập phiếu nào.")
        return 0
    # A folder of its own for the provinces asked for, so that each index lists what lies beside it.
    of_provinces = "-".join(sorted(codes))
    folder = (folder or warehouse.feedback_dir / feedback.release_id / of_provinces).expanduser().resolve()
    kept = write_feedback(feedback, folder)
    held = sum(dossier.held > 0 for dossier in feedback.dossiers)
    among = f" (trong đó {held} xã có kế hoạch bị giữ lại)" if held else ""
    out.print(f"{len(feedback.dossiers)} phiếu{among}, theo bản phát hành {feedback.release_id}.")
    entries("Tệp đã có người điền, giữ nguyên dưới tên khác", [(path.name,) for path in kept])
    out.print(f"Mở: [bold]{folder / INDEX}[/]")
    return 0
