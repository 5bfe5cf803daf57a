"""What a reader makes of a file: paragraphs and tables in reading order, each with its place.

Nothing here knows what a reform plan is. Text is Unicode NFC; runs of white space are one space; lines
wrapped by the page are joined (see `pipelines.text.wrapping`). Otherwise it is verbatim: typos, lost letters
and printed bullets stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch), origin at the top left of the page as it is displayed."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed: a page (1-based) and box for paged formats, a line (1-based) for the others."""

    page: int | None = None
    box: Box | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line, before wrapped lines are joined."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, wrapped lines joined, also over a page break.

    `lines` are the printed lines it was joined from (one for formats that know their paragraphs).
    `is_furniture` marks page numbers and running headers; `is_footnote` notes printed under the text.
    Style facts are None where the format cannot tell. `confidence` as of a `Cell`.
    """

    text: str
    place: Place
    lines: tuple[TextLine, ...] = ()
    bold: bool | None = None
    italic: bool | None = None
    centered: bool | None = None
    indent: float | None = None
    is_footnote: bool = False
    is_furniture: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, at its top-left grid position; a merged cell spans more than one row or column.

    `places` has one entry a page the cell is printed on. `text` joins the parts of a cell cut by a page break.
    Paragraphs inside a cell are joined with one space in `text` and kept apart in `paragraphs`.
    `confidence` is 1.0 for text that was encoded in the file, less for recognised text.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    places: tuple[Place, ...] = ()
    paragraphs: tuple[str, ...] = ()
    bold: bool | None = None
    confidence: float = 1.0

    @property
    def place(self) -> Place:
        return self.places[0] if self.places else Place()


@dataclass(frozen=True, slots=True)
class Table:
    """One logical table: parts on following pages joined, repeated header rows dropped, cut rows made whole.

    `row_count` x `column_count` grid positions, each covered by exactly one of `cells`.
    `header_row_count` is the number of leading rows the format marks (or a page break repeats) as header,
    0 when nothing tells.
    """

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    header_row_count: int = 0

    @property
    def place(self) -> Place:
        return self.cells[0].place if self.cells else Place()

    def grid(self) -> list[list[Cell]]:
        """Row-major grid; a merged cell stands at every position it covers."""
        grid: list[list[Cell | None]] = [[None] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    grid[row][column] = cell
        return [[c if c is not None else Cell("", i, j) for j, c in enumerate(line)] for i, line in enumerate(grid)]


Block = Paragraph | Table
NoteKind = Literal[
    "unread_page", "cut_cell", "undecoded_text", "repaired_table", "low_confidence", "ignored_content", "mislabelled"
]


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something the reader could not do well; becomes a finding. `message` is Vietnamese."""

    kind: NoteKind
    message: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `page_count` is None for formats without pages.

    `recognised_pages` are the pages (1-based) whose text was recognised in their image.
    """

    format: str
    blocks: tuple[Block, ...]
    page_count: int | None = None
    notes: tuple[ReadingNote, ...] = ()
    recognised_pages: tuple[int, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        return (block for block in self.blocks if isinstance(block, Table))


class UnreadableDocumentError(Exception):
    """The file cannot be read. `code` is stable, `reason` is Vietnamese and says what to do about it."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason
