"""Commands and options of `cchc`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipelines.cli.console import fail
from pipelines.cli.usage import Command, Group, speak_vietnamese, tell
from pipelines.fault_words import in_vietnamese
from pipelines.operating_system import reason_of
from pipelines.settings import Settings
from pipelines.silence import silence

app = typer.Typer(
    cls=Group,
    help="Tổng hợp kế hoạch cải cách hành chính của các xã, phường, đặc khu.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

RawOption = Annotated[Path | None, typer.Option("--raw", help="Thư mục chứa kế hoạch (mặc định: raw).")]
WarehouseOption = Annotated[Path | None, typer.Option("--warehouse", help="Thư mục kho dữ liệu (mặc định: warehouse).")]
ProvinceOption = Annotated[
    list[str] | None, typer.Option("--province", help="Chỉ phát hành tỉnh này (tên hoặc mã); dùng được nhiều lần.")
]
FeedbackProvinceOption = Annotated[
    list[str] | None,
    typer.Option("--province", help="Chỉ lập phiếu cho các xã của tỉnh này (tên hoặc mã); dùng được nhiều lần."),
]

_SETTING_FAULTS = {
    "int_parsing": "ghi “{given}”; phải là số nguyên",
    "float_parsing": "ghi “{given}”; phải là một số",
    "greater_than": "ghi “{given}”; phải lớn hơn {gt}",
    "greater_than_equal": "ghi “{given}”; phải từ {ge} trở lên",
}


@app.command(cls=Command)
def run(
    raw: RawOption = None,
    warehouse: WarehouseOption = None,
    province: ProvinceOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="In nhật ký chi tiết.")] = False,
) -> None:
    """Đọc raw/, kiểm tra và phát hành. Mã kết thúc: 0 đã phát hành, 3 bị giữ lại, 1 có lỗi."""
    from pipelines.cli.run_command import run_command

    raise typer.Exit(run_command(_settings(raw, warehouse, province), verbose=verbose))


@app.command(cls=Command)
def status(raw: RawOption = None, warehouse: WarehouseOption = None) -> None:
    """Cho biết có gì trong raw/, tệp nào đã đọc, bị giữ, bị loại; bản nào đang phát hành."""
    from pipelines.cli.status_command import status_command

    raise typer.Exit(status_command(_settings(raw, warehouse, None)))


@app.command(cls=Command)
def sql(
    query: Annotated[str, typer.Argument(help='Câu lệnh SQL, ví dụ "SELECT * FROM dim_plan".', metavar="CÂU_LỆNH")],
    warehouse: WarehouseOption = None,
    csv: Annotated[bool, typer.Option("--csv", help="In dạng CSV.")] = False,
) -> None:
    """Hỏi bản đang phát hành (chỉ đọc)."""
    from pipelines.cli.sql_command import sql_command

    raise typer.Exit(sql_command(_settings(None, warehouse, None), query, as_csv=csv))


@app.command(cls=Command)
def feedback(
    warehouse: WarehouseOption = None,
    province: FeedbackProvinceOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Thư mục ghi phiếu (mặc định: feedback/<bản phát hành> trong kho).")
    ] = None,
) -> None:
    """Lập phiếu phản hồi cho từng xã: đã nhận gì, đã hiểu gì, phải sửa gì (trang in và Excel)."""
    from pipelines.cli.feedback_command import feedback_command

    raise typer.Exit(feedback_command(_settings(None, warehouse, province), out))


@app.command(cls=Command)
def dev(
    raw: RawOption = None,
    warehouse: WarehouseOption = None,
    province: ProvinceOption = None,
    port: Annotated[int, typer.Option(help="Cổng của trang web.")] = 3000,
) -> None:
    """Mở trang web của Dagster: đồ thị, lịch chạy hằng đêm và bộ canh thư mục raw/."""
    from pipelines.cli.dev_command import dev_command

    dev_command(_settings(raw, warehouse, province), port)


def main() -> None:
    """Entry point of `cchc`."""
    silence()
    speak_vietnamese()
    try:
        sys.exit(app(standalone_mode=False))
    except typer.TyperException as error:
        sys.exit(tell(error))
    except KeyboardInterrupt:
        sys.exit(fail("Đã dừng theo yêu cầu; bản phát hành trước vẫn giữ nguyên."))
    except OSError as error:
        told = f"Không đọc hoặc ghi được {error.filename or 'tệp'}: {reason_of(error)}."
        sys.exit(fail(in_vietnamese(str(error)) or told))


def _settings(raw: Path | None, warehouse: Path | None, province: list[str] | None) -> Settings:
    given: dict[str, Any] = {"raw_dir": raw, "warehouse_dir": warehouse, "provinces": province}
    try:
        return Settings(**{name: value for name, value in given.items() if value})
    except ValidationError as error:
        faults = "; ".join(f"{_variable(e['loc'])}: {_setting_fault(e)}" for e in error.errors())
        raise typer.Exit(fail(f"Cấu hình không hợp lệ: {faults}")) from error


def _variable(location: tuple[int | str, ...]) -> str:
    name = "_".join(map(str, location)).upper()
    return name if name.startswith("CCHC_") else f"CCHC_{name}"


def _setting_fault(error: ErrorDetails) -> str:
    """What is wrong with one setting; pydantic's own words for what has none here."""
    told = _SETTING_FAULTS.get(error["type"])
    return told.format(given=error["input"], **error.get("ctx", {})) if told else error["msg"]
