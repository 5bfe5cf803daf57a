"""The sentences of the samples, read from content/*.yaml and filled in for one plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_CONTENT = Path(__file__).parent / "content"

UNIT_KEYS = ("VHXH", "VP", "KT", "PVHCC", "DVTH", "CA", "TYT", "MTTQ", "PCM", "COQUAN", "LIENQUAN", "SOANTHAO")


@dataclass(frozen=True)
class Task:
    key: str
    domain: int
    text: str
    output: str
    lead: str
    coordinating: tuple[str, ...]
    deadline: str


@cache
def content(name: str) -> Any:
    return yaml.safe_load((_CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def tasks() -> dict[str, Task]:
    found: dict[str, Task] = {}
    for domain, rows in content("tasks").items():
        for key, text, output, lead, coordinating, deadline in rows:
            others = (coordinating,) if isinstance(coordinating, str) else tuple(coordinating)
            found[key] = Task(key, domain, text, output, lead, others, deadline)
    return found


def unit_names(habits: tuple[str, ...], commune_type: str) -> dict[str, str]:
    """How each unit is printed: later habits win over earlier ones."""
    names: dict[str, str] = {}
    for habit in ("full", *habits):
        names |= content("units")[habit]
    return {key: name.replace("{t}", commune_type) for key, name in names.items()}
