"""Help, mistyped commands and settings: told in Vietnamese, with what to type instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipelines.cli import main

Typed = Callable[..., tuple[object, str, str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Runs `cchc` with arguments in this process; gives its exit code, output and errors."""

    def run(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr("sys.argv", ["cchc", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        told = capsys.readouterr()
        return stopped.value.code, told.out, told.err

    return run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chay",), "Không có lệnh “chay”."),
        (("run", "--tinh", "51"), "Không có tùy chọn “--tinh”."),
        (("run", "--provinc", "51"), "Có phải: --province?"),
        (("run", "--province"), "Sau “--province” phải có giá trị."),
        (("run", "Quảng", "Ngãi"), "Thừa “Quảng Ngãi”."),
        (("sql",), "Thiếu nội dung phải ghi sau tên lệnh."),
        (("dev", "--port", "abc"), "Giá trị của “--port” phải là số nguyên."),
    ],
)
def test_a_mistyped_command_is_told_with_where_to_look(typed: Typed, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = typed(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert "--help" in err


@pytest.mark.parametrize("command", [(), ("run",), ("status",), ("sql",), ("feedback",), ("dev",)])
def test_help_is_vietnamese(typed: Typed, command: tuple[str, ...]) -> None:
    code, out, _ = typed(*command, "--help")
    assert code == 0
    assert "Cách gõ:" in out
    for english in ("Usage", "Options", "Show this", "Commands", "Arguments", "required", "default:"):
        assert english not in out


def test_feedback_writes_sheets_and_publishes_nothing(typed: Typed) -> None:
    _, out, _ = typed("feedback", "--help")
    assert "phát hành tỉnh" not in out
    assert "lập phiếu cho các xã" in " ".join(out.replace("│", " ").split())


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CCHC_WORKERS", "many", "CCHC_WORKERS: ghi “many”; phải là số nguyên"),
        ("CCHC_WORKERS", "0", "CCHC_WORKERS: ghi “0”; phải từ 1 trở lên"),
        ("CCHC_FILE_TIMEOUT_SECONDS", "-1", "phải lớn hơn 0"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    code, _, err = typed("status")
    assert code == 1
    assert told in err
