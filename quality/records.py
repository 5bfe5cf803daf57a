"""The records handed to rules that are functions: those of one plan, or those of the whole set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class PlanRecords:
    """One plan: `plan` is its row of frame 'plan' (missing values are None), `frames` its rows of every frame."""

    plan: Mapping[str, Any]
    frames: Frames

    @property
    def plan_id(self) -> str:
        return str(self.plan["plan_id"])


@dataclass(frozen=True, slots=True)
class SetRecords:
    """The whole candidate set, and the ids of the plans that a holding rule keeps back."""

    frames: Frames
    held_plan_ids: frozenset[str]


def row_values(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A frame's row as plain values: NaN, NaT and NA become None; lists (boxes) stay."""
    return {
        str(name): None if pd.api.types.is_scalar(value) and pd.isna(value) else value for name, value in row.items()
    }
