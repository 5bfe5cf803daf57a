"""The place of a record and how surely it was read, as the keyword arguments every `Record` takes."""

from __future__ import annotations

from typing import TypedDict

from pipelines.parsing.records import Record
from pipelines.reading.document import Place


class PlaceFields(TypedDict):
    """`page` is 1-based; the box is in points with its origin at the top left; `line` is 1-based."""

    page: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    line: int | None
    confidence: float


def place_fields(place: Place, confidence: float = 1.0) -> PlaceFields:
    """Where the reader found it, and how surely it made out the words."""
    box = place.box
    return {
        "page": place.page,
        "x0": box.x0 if box else None,
        "top": box.top if box else None,
        "x1": box.x1 if box else None,
        "bottom": box.bottom if box else None,
        "line": place.line,
        "confidence": confidence,
    }


def same_place(record: Record) -> PlaceFields:
    """The place of the record that a new one is taken from."""
    return {
        "page": record.page,
        "x0": record.x0,
        "top": record.top,
        "x1": record.x1,
        "bottom": record.bottom,
        "line": record.line,
        "confidence": record.confidence,
    }
