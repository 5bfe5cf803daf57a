"""Which commune a file's folder or name speaks of, for files whose words say nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from pipelines.text.normalise import fold

_PROVINCE_KIND = re.compile(r"^(tinh|thanh-pho|tp)-")


def slug(text: str) -> str:
    """'Xã Vĩnh Linh' as 'xa-vinh-linh'."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


class FolderNames:
    """The communes and provinces that the parts of a path may name.

    A commune is named by its type and name, or by its name alone; a file's name may go on after type and name.
    """

    def __init__(self, communes: Iterable[Mapping[str, Any]]) -> None:
        """`communes`: mappings with commune_code, commune (type and name), name, province_code and province."""
        self._full: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._bare: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._provinces: dict[str, str] = {}
        for commune in communes:
            codes = (commune["province_code"], commune["commune_code"])
            self._full[slug(commune["commune"])].append(codes)
            self._bare[slug(commune["name"])].append(codes)
            self._provinces[_PROVINCE_KIND.sub("", slug(commune["province"]))] = commune["province_code"]

    def commune_of(self, source_file: str) -> str | None:
        """The code of the only commune that the path names, None when it names none or cannot be told from others."""
        province = self.province_of(source_file)
        path = PurePosixPath(source_file)
        parts = [slug(part) for part in (*reversed(path.parent.parts), path.stem)]
        for named in self._candidates(parts):
            found = {commune for in_province, commune in named if province in (None, in_province)}
            if len(found) == 1:
                return found.pop()
        return None

    def province_of(self, source_file: str) -> str | None:
        """The code of the province that a folder of the path names."""
        for part in reversed(PurePosixPath(source_file).parent.parts):
            if code := self._provinces.get(_PROVINCE_KIND.sub("", slug(part))):
                return code
        return None

    def _candidates(self, parts: list[str]) -> Iterable[list[tuple[str, str]]]:
        for part in parts:
            yield self._full.get(part, [])
        words = parts[-1].split("-")
        for length in range(len(words) - 1, 1, -1):
            yield self._full.get("-".join(words[:length]), [])
        for part in parts:
            yield self._bare.get(part, [])
