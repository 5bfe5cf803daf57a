"""What regulations set and rules compare with: national targets, public holidays and
well-known documents, in files that analysts keep."""

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
DOCUMENTS_NAME = "settings/van-ban.csv"
_INDICATORS = QUALITY_DIR.parent / "dbt_project" / "seeds" / "indicators.csv"
_YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class Reference:
    """`national_targets`: indicator_code, from_year, value, basis. `holidays`: day, name.

    `documents`: document_number, name (of a law, else empty), issued_on; where it is replaced expired_on, replaced_by.
    """

    national_targets: pd.DataFrame
    holidays: pd.DataFrame
    documents: pd.DataFrame


def load_reference(folder: Path = QUALITY_DIR) -> Reference:
    """The files of `folder`; one that is missing there is taken from quality/. Raises BrokenFileError."""
    return Reference(
        _national_targets(_file(folder, NATIONAL_TARGETS_NAME)),
        _holidays(_file(folder, HOLIDAYS_NAME)),
        _documents(_file(folder, DOCUMENTS_NAME)),
    )


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
    rows = [(_day(line, "ngay"), line["ten"]) for line in read_lines(file, ("ngay", "ten"))]
    return pd.DataFrame({"day": pd.to_datetime([day for day, _ in rows]), "name": [name for _, name in rows]})


def _documents(file: Path) -> pd.DataFrame:
    rows: dict[str, tuple[str, datetime, datetime | None, str]] = {}
    for line in read_lines(file, ("so_ky_hieu", "ten_goi", "ngay_ban_hanh", "het_hieu_luc_tu", "thay_bang")):
        number, expires = line["so_ky_hieu"], line["het_hieu_luc_tu"]
        if not number:
            raise line.fault("cột so_ky_hieu để trống.")
        if number in rows:
            raise line.fault(f"văn bản {number} đã có ở một dòng trên.")
        if expires and not line["thay_bang"]:
            raise line.fault("văn bản hết hiệu lực thì cột thay_bang phải ghi văn bản thay thế.")
        expired_on = _day(line, "het_hieu_luc_tu") if expires else None
        rows[number] = line["ten_goi"], _day(line, "ngay_ban_hanh"), expired_on, line["thay_bang"]
    columns = ["document_number", "name", "issued_on", "expired_on", "replaced_by"]
    documents = pd.DataFrame([(number, *values) for number, values in rows.items()], columns=columns)
    return documents.assign(
        issued_on=pd.to_datetime(documents["issued_on"]), expired_on=pd.to_datetime(documents["expired_on"])
    )


def _day(line: Line, column: str) -> datetime:
    text = line[column]
    try:
        return datetime.strptime(text, "%d/%m/%Y")
    except ValueError as error:
        raise line.fault(f"cột {column} ghi “{text}”; phải là một ngày có thật, ví dụ 16/02/2026.") from error
