"""What a sample is made of, before it is typeset in a file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Para:
    """`numbering` asks the office program to number the paragraph itself: 'dash', 'letter' or 'number'."""

    text: str
    bold: bool = False
    italic: bool = False
    centered: bool = False
    numbering: str | None = None


@dataclass(frozen=True)
class Columns:
    """Two columns without rules: the letterhead, or the recipients beside the signature."""

    left: tuple[Para, ...]
    right: tuple[Para, ...]


@dataclass(frozen=True)
class GridCell:
    """A cell at its top-left position. Line breaks in `text` part paragraphs."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    """A ruled table; `widths` are relative."""

    cells: tuple[GridCell, ...]
    row_count: int
    widths: tuple[float, ...]
    header_rows: int


@dataclass(frozen=True)
class NewSection:
    landscape: bool


Element = Para | Columns | Grid | NewSection
