"""Lines of a text file with what can be told about each one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.reading.document import Place
from pipelines.text.normalise import clean

FORM_FEED = "\f"
LINE_ENDS = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
_BOLD_MARK = "**"

# What viewers, signing programs and browsers print on a page that is no part of the document.
_FURNITURE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S*",
        r"(?:https?://|www\.|file://)\S+(?: \d+/\d+)?",
        r"(?:người ký|ký bởi|thời gian ký|ngày ký|ký ngày|email)\s*:.*",
        r"trang\s+\d{1,3}(?:\s*[/-]\s*\d{1,3})?",
        r"[-–—]\s*\d{1,3}\s*[-–—]",
        r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?.*",
    )
)
_LONE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is clean except that tabs stay; `width` counts printed characters. `page` is None without form feeds."""

    number: int
    text: str
    page: int | None = None
    blank_before: bool = False
    bold: bool = False
    opens_page: bool = False

    @property
    def width(self) -> int:
        return len(self.text)

    @property
    def place(self) -> Place:
        return Place(page=self.page, line=self.number)

    @property
    def is_furniture(self) -> bool:
        return any(pattern.fullmatch(self.text.strip()) for pattern in _FURNITURE)

    @property
    def is_lone_number(self) -> bool:
        return bool(_LONE_NUMBER.fullmatch(self.text))


def split_lines(text: str) -> tuple[list[Line], int | None]:
    """Lines that print something, and the number of pages (None for a text without form feeds).

    Lines are numbered as a text editor numbers them. '**bold**' marks are removed.
    """
    paged = FORM_FEED in text.strip()
    lines: list[Line] = []
    page, blank, bold, opens_page = 1, False, False, False
    for number, raw in enumerate(LINE_ENDS.split(text), start=1):
        for piece_index, piece in enumerate(raw.split(FORM_FEED)):
            if piece_index:
                page, opens_page = page + 1, True
            plain, is_bold, bold = _without_bold_marks(piece, bold)
            cleaned = "\t".join(clean(part) for part in plain.split("\t"))
            if not cleaned.strip():
                blank = True
                continue
            lines.append(Line(number, cleaned, page if paged else None, blank, is_bold, opens_page))
            blank = opens_page = False
    return lines, page if paged else None


def _without_bold_marks(raw: str, bold: bool) -> tuple[str, bool, bool]:
    """The line without marks, whether all of it is bold, and whether bold goes on after it."""
    pieces = raw.split(_BOLD_MARK)
    printed_bold = [bool(bold) ^ bool(index % 2) for index, piece in enumerate(pieces) if clean(piece)]
    return "".join(pieces), bool(printed_bold) and all(printed_bold), bold ^ (len(pieces) % 2 == 0)


def page_numbers(lines: list[Line]) -> set[int]:
    """Line numbers of lone numbers that are page numbers, not row numbers of a table whose cells stand line by line.

    A page number counts on from the one before, stands next to a form feed or among full lines of prose.
    """
    found: set[int] = set()
    expected: int | None = None
    for index, line in enumerate(lines):
        if not line.is_lone_number or not _stands_like_page_number(lines, index):
            continue
        value = int(line.text)
        if value == expected or (expected is None and value <= 3):
            found.add(line.number)
            expected = value + 1
    return found if len(found) > 1 else set()


_PROSE_WIDTH = 55


def _stands_like_page_number(lines: list[Line], index: int) -> bool:
    line, following = lines[index], lines[index + 1 : index + 3]
    if line.page is not None:
        return line.opens_page or not following or following[0].opens_page
    around = lines[max(index - 2, 0) : index] + following
    return len(around) == 4 and sum(1 for other in around if other.width >= _PROSE_WIDTH) >= 3
