"""Help and usage errors in Vietnamese: Typer words them in English."""

from __future__ import annotations

import re
from typing import Any

from rich.markup import escape
from typer import TyperException, rich_utils
from typer.core import TyperCommand, TyperGroup

from pipelines.cli.console import err, fail
from pipelines.invocation import typed

_PREFIX = "Cách gõ: "
_PIECES = (("[OPTIONS]", "[TÙY CHỌN]"), ("COMMAND [ARGS]...", "LỆNH …"))
_HELP = "In hướng dẫn này."
# What Typer says of a mistyped command -> how it is told here; what it may say besides stays as it is.
_FAULTS = (
    (r"No such command '?(.*?)'?\.", r"Không có lệnh “\1”."),
    (r"No such option: (\S+)", r"Không có tùy chọn “\1”."),
    (r"\(Possible options: (.*)\)", r"Có phải: \1?"),
    (r"Did you mean (.*)\?", r"Có phải: \1?"),
    (r"Missing argument .*\.", "Thiếu nội dung phải ghi sau tên lệnh."),
    (r"Missing option '?(.*?)'?\.", r"Thiếu tùy chọn \1."),
    (r"Missing command\.", "Thiếu tên lệnh."),
    (r"Option '?(.*?)'? requires an argument\.", r"Sau “\1” phải có giá trị."),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)",
        r"Thừa “\1”. Tên có dấu cách phải đặt trong dấu ngoặc kép.",
    ),
    (r"Invalid value for '?(.*?)'?: Input should be a valid integer.*", r"Giá trị của “\1” phải là số nguyên."),
    (r"Invalid value for '?(.*?)'?: (.*)", r"Giá trị của “\1” không hợp lệ: \2"),
)


class _Vietnamese:
    """What a command and the group of commands print of themselves."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        for english, vietnamese in _PIECES:
            pieces = pieces.replace(english, vietnamese)
        formatter.write_usage(ctx.command_path, pieces, prefix=_PREFIX)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option


class Command(_Vietnamese, TyperCommand):
    """A command whose help is Vietnamese."""


class Group(_Vietnamese, TyperGroup):
    """The group of commands, whose help is Vietnamese."""


def speak_vietnamese() -> None:
    """Name the parts of help pages in Vietnamese, for this process."""
    rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
    rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
    rich_utils.ARGUMENTS_PANEL_TITLE = "Nội dung phải ghi"
    rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
    rich_utils.DEFAULT_STRING = "[mặc định: {}]"


def tell(error: TyperException) -> int:
    """Print what is wrong with the command as typed; gives its exit code."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        return error.exit_code  # the help has been printed
    fail(in_vietnamese(error.format_message()))
    command = context.command.name if context is not None and context.parent is not None else ""
    err.print(f"Xem cách gõ: {escape(typed(f'{command} --help'.strip()))}")
    return error.exit_code


def in_vietnamese(message: str) -> str:
    for english, vietnamese in _FAULTS:
        message = re.sub(english, vietnamese, message)
    return message
