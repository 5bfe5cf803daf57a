"""What regulations set and rules compare with: national targets and public holidays, in files that analysts keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pandas as pd

from quality.analyst_file import Line, read_lines
from quality.numbers import number

QUALITY_DIR = Path(__file__).parent
NATIONAL_TARGETS_NAME = "settings/muc-quoc-gia.csv"
HOLIDAYS_NAME = "settings/ngay-nghi.csv"
_INDICATORS = QUALITY_DIR.parent / "dbt_project" / "seeds" / "indicators.csv"
_YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class Reference:
    """`national_targets`: indicator_code, from_year, value, basis. `holidays`: day, name."""

    national_targets: pd.DataFrame
    holidays: pd.DataFrame


def load_reference(folder: Path = QUALITY_DIR) -> Reference:
    """The two files of `folder`; one that is missing there is taken from quality/. Raises BrokenFileError."""
    return Reference(_national_targets(_file(folder, NATIONAL_TARGETS_NAME)), _holidays(_file(folder, HOLIDAYS_NAME)))


@cache
def committed_reference() -> Reference:
    return load_reference()


def _file(folder: Path, name: str) -> Path:
    return folder / name if (folder / name).exists() else QUALITY_DIR / name


def _national_targets(file: Path) -> pd.DataFrame:
    known = set(pd.read_csv(_INDICATORS)["indicator_code"])
    rows: dict[tuple[str, int], tuple[float, str]] = {}
    for line in read_lines(file, ("ma_chi_so", "tu_nam", "muc", "can_cu")):
        code, year = line["ma_chi_so"], _year(line)
        if code not in known:
            raise line.fault(f"không có chỉ số nào mang mã “{code}”. Danh sách mã: dbt_project/seeds/indicators.csv.")
        if (code, year) in rows:
            raise line.fault(f"chỉ số {code} đã có mức từ năm {year} ở một dòng trên.")
        rows[code, year] = float(number(line, "muc")), line["can_cu"]
    columns = ["indicator_code", "from_year", "value", "basis"]
    return pd.DataFrame([(*key, *values) for key, values in rows.items()], columns=columns)


def _year(line: Line) -> int:
    text = line["tu_nam"]
    if not text.isdecimal() or int(text) not in _YEARS:
        raise line.fault(f"cột tu_nam ghi “{text}”; phải là một năm, ví dụ 2026.")
    return int(text)


def _holidays(file: Path) -> pd.DataFrame:
    rows = [(_day(line), line["ten"]) for line in read_lines(file, ("ngay", "ten"))]
    return pd.DataFrame({"day": pd.to_datetime([day for day, _ in rows]), "name": [name for _, name in rows]})


def _day(line: Line) -> datetime:
    try:
        return datetime.strptime(line["ngay"], "%d/%m/%Y")
    except ValueError as error:
        raise line.fault(f"cột ngay ghi “{line['ngay']}”; phải là một ngày có thật, ví dụ 16/02/2026.") from error
