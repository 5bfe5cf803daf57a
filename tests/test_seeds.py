"""A slip in a list that people keep is told with file and line, before anything is read."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path

import pytest

from pipelines.seeds import SEEDS, check_seeds
from quality.analyst_file import BrokenFileError


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


def test_the_committed_lists_are_sound() -> None:
    check_seeds()


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("unit_aliases", "XYZ,Tổ lạ", "cột unit_code ghi “XYZ”; chưa có trong units.csv"),
        ("unit_aliases", "VP,Tổ lạ,thừa", "có 3 ô, phải có 2 ô"),
        ("unit_aliases", "VP,", "cột alias để trống"),
        ("unit_aliases", "VP,Phòng Văn hóa", "cột alias ghi lại “Phòng Văn hóa”, đã có ở dòng 4"),
        ("indicators", "NEW_ONE,Tỷ lệ mới,%,upward,1", "cột direction ghi “upward”; phải là một trong: higher, lower"),
        ("indicator_wordings", "NO_SUCH,lời văn", "chưa có trong indicators.csv"),
    ],
)
def test_a_slip_is_told_with_file_and_line(seeds: Path, file: str, line: str, told: str) -> None:
    path = seeds / f"{file}.csv"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenFileError) as caught:
        check_seeds(seeds)
    number = text.count("\n") + 2
    assert f"seeds/{file}.csv, dòng {number}: " in str(caught.value)
    assert told in str(caught.value)


def test_a_list_that_excel_saved_with_semicolons_is_told(seeds: Path) -> None:
    path = seeds / "units.csv"
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b",", b";"))
    with pytest.raises(BrokenFileError, match=r"units\.csv, dòng 1: các ô phải cách nhau bằng dấu phẩy"):
        check_seeds(seeds)
