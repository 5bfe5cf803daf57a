"""What a plan is typeset from: paragraphs, two-column blocks, tables and section breaks."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Para:
    text: str
    bold: bool = False
    italic: bool = False
    center: bool = False


@dataclass(frozen=True)
class TwoColumns:
    """Letterhead, or recipients beside the signature: lines of the left and of the right column, without rules."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class CellSpec:
    """A cell that starts here; `row_span`/`column_span` positions below and to the right are left out of the rows."""

    text: str
    row_span: int = 1
    column_span: int = 1
    bold: bool = False


@dataclass(frozen=True)
class TableSpec:
    """Rows of cells, left to right, positions covered by an earlier span left out. Widths are relative."""

    rows: tuple[tuple[CellSpec, ...], ...]
    column_widths: tuple[float, ...]
    header_rows: int = 1
    repeat_header: bool = True
    ruled: bool = True


@dataclass(frozen=True)
class SectionBreak:
    landscape: bool


Element = Para | TwoColumns | TableSpec | SectionBreak


@dataclass
class TypesetPlan:
    """The elements of one plan and the truth of what they say, in the form score.py reads."""

    key: str
    elements: list[Element] = field(default_factory=list)
    truth: dict[str, object] = field(default_factory=dict)
    layout: dict[str, object] = field(default_factory=dict)
