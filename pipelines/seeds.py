"""The lists that people keep in dbt_project/seeds/, checked before a run: a slip is told with file and line.

What must hold is written once, as the dbt tests of _seeds.yml; dbt itself tells only how many rows broke one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from pipelines.settings import REPOSITORY
from quality.analyst_file import Line, fault, read_lines

SEEDS = REPOSITORY / "dbt_project" / "seeds"
_TABLE_NAME = re.compile(r"ref\('(\w+)'\)")


def check_seeds(folder: Path = SEEDS) -> None:
    """Raises BrokenFileError for the first line with too many cells, an empty, repeated or unknown value."""
    described = yaml.safe_load((folder / "_seeds.yml").read_text(encoding="utf-8"))["seeds"]
    lists = {seed["name"]: _read(folder / f"{seed['name']}.csv", seed["config"]["column_types"]) for seed in described}
    for seed in described:
        for column in seed["columns"]:
            for test in column.get("data_tests", ()):
                _check(lists, lists[seed["name"]], column["name"], test)


def _read(file: Path, columns: Mapping[str, str]) -> list[Line]:
    """The rows of one list. dbt takes commas alone, where analysts' other files may have semicolons."""
    lines = read_lines(file, list(columns))
    heading = file.read_text(encoding="utf-8-sig").split("\n", 1)[0]
    if ";" in heading or "\t" in heading:
        raise fault(file, 1, "các ô phải cách nhau bằng dấu phẩy; Excel đã đổi thành dấu khác. Hãy sửa bằng Notepad.")
    return lines


def _check(lists: Mapping[str, list[Line]], lines: Iterable[Line], column: str, test: str | Mapping[str, Any]) -> None:
    name, arguments = (test, {}) if isinstance(test, str) else next((n, t["arguments"]) for n, t in test.items())
    if name == "not_null":
        for line in lines:
            if not line[column]:
                raise line.fault(f"cột {column} để trống")
    elif name == "unique":
        seen: dict[str, int] = {}
        for line in lines:
            if line[column] in seen:
                raise line.fault(f"cột {column} ghi lại “{line[column]}”, đã có ở dòng {seen[line[column]]}")
            seen[line[column]] = line.number
    elif name == "relationships":
        table = _TABLE_NAME.search(arguments["to"])
        if table is None:
            raise ValueError(f"_seeds.yml: {arguments['to']}")
        known = {line[arguments["field"]] for line in lists[table[1]]}
        _allow(lines, column, known, f"chưa có trong {table[1]}.csv")
    elif name == "accepted_values":
        values = {str(value) for value in arguments["values"]}
        _allow(lines, column, values, f"phải là một trong: {', '.join(sorted(values))}")


def _allow(lines: Iterable[Line], column: str, values: set[str], told: str) -> None:
    for line in lines:
        if line[column] and line[column] not in values:
            raise line.fault(f"cột {column} ghi “{line[column]}”; {told}")
