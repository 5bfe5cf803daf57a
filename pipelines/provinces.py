"""The provinces a run is restricted to, by name or code as people type them."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from pipelines.settings import REPOSITORY
from pipelines.text.normalise import fold

PROVINCES = REPOSITORY / "dbt_project" / "seeds" / "provinces.csv"
_KIND = re.compile(r"^(tinh|thanh pho|tp\.?) ")


class UnknownProvinceError(ValueError):
    """No province has this name or code. The message is Vietnamese and names the nearest ones."""


def province_codes(wanted: Iterable[str], provinces: Path = PROVINCES) -> tuple[str, ...]:
    """Official codes for names ('Quảng Trị', 'tỉnh Quảng Trị', 'quang tri') or codes. Raises UnknownProvinceError."""
    with provinces.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {row["province_code"] for row in rows}
    by_name = {_name_key(row["name"]): row["province_code"] for row in rows}
    names = {_name_key(row["name"]): row["name"] for row in rows}
    found: set[str] = set()
    for text in wanted:
        code = text.strip().zfill(2)
        code = code if code in codes else by_name.get(_name_key(text), "")
        if not code:
            near = [names[key] for key in difflib.get_close_matches(_name_key(text), names, n=3, cutoff=0.5)]
            hint = f" Có phải: {', '.join(near)}?" if near else ""
            raise UnknownProvinceError(f"Không có tỉnh, thành phố nào tên hoặc mã là '{text}'.{hint}")
        found.add(code)
    return tuple(sorted(found))


def _name_key(name: str) -> str:
    return _KIND.sub("", fold(name))
