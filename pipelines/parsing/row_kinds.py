"""What a data row of a table is: a group heading, a printed total, or a row of content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from pipelines.parsing.columns import Meaning
from pipelines.parsing.contents import is_ordinal
from pipelines.parsing.table_layout import Layout, Row
from pipelines.text.markers import Level, split_marker
from pipelines.text.normalise import fold


class RowKind(Enum):
    GROUP = auto()
    TOTAL = auto()
    CONTENT = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A group row: `label` verbatim with its marker, `marker` as printed or '', `title` without it, `rank` from 0."""

    label: str
    marker: str
    title: str
    rank: int


_TOTAL = re.compile(r"(?:tong (?:cong|so|hop so)|cong)\b(?! (?:tac|an|bo|khai|dan|nghe|chuc))")
_GROUP_OPENING = re.compile(
    r"(?:noi dung|nhom|linh vuc|phan|chuong|muc|chu de|nhom nhiem vu|nhom chi tieu) (?:thu )?(?:\d{1,2}|[ivx]{1,4})\b"
)
# How the reform domains are named, which a heading without marker or capitals can open with.
_DOMAIN_OPENING = re.compile(
    r"(?:(?:ve |cong tac |linh vuc |nhiem vu |nhom |thuc hien |noi dung )*)"
    r"(?:chi dao,? ?(?:va )?dieu hanh|cai cach (?:the che|thu tuc|tthc|to chuc|bo may|che do|cong vu|tai chinh)"
    r"|(?:xay dung,? ?(?:va )?)?phat trien chinh (?:phu|quyen)|chinh (?:phu|quyen) (?:dien tu|so)"
    r"|chuyen doi so\b.{0,30}$"
    r"|hien dai hoa (?:nen )?hanh chinh|the che$|to chuc bo may$|tai chinh cong$|thu tuc hanh chinh$|che do cong vu$"
    r"|xay dung chinh (?:phu|quyen))"
)
_STAGE = re.compile(r"(?:giai doan|den (?:het )?nam|nam|6 thang|sau thang|quy)\b.{0,30}(?:20\d\d|dau nam|cuoi nam)")
_RANKS: dict[Level | None, int] = {Level.UPPER: 0, Level.ROMAN: 1, Level.NUMBER: 2, Level.SUBNUMBER: 3, Level.LETTER: 4}
_UNRANKED = 1
MAX_HEADING_LENGTH = 250


def names_domain(text: str) -> bool:
    """Whether a heading opens with the name of a reform domain."""
    return bool(_DOMAIN_OPENING.match(fold(text)))


def names_stage(text: str) -> bool:
    """Whether a heading opens with a period: 'Giai đoạn 2026 - 2027', 'Đến năm 2030'."""
    return bool(_STAGE.match(fold(text)))


def classify(row: Row, layout: Layout, *, under_roman: bool) -> tuple[RowKind, Heading | None]:
    """The kind of a row, with its heading if it is a group row.

    `under_roman`: the table's groups are marked by roman numerals, so that an arabic one marks a task.
    A row that holds only an ordinal and a text is a group when it is marked by a roman numeral or capital letter,
    printed in capitals or across the table, or names a reform domain or stage; else it is a task with sub-rows.
    """
    own = row.own()
    texts = [cell.text for cell in own]
    if not own:
        return RowKind.CONTENT, None
    joined = " ".join(texts)
    if _TOTAL.match(fold(joined).lstrip("*-. ")) and len(joined) <= 150:
        return RowKind.TOTAL, None
    if any(cell.row < row.index for cell in row.cells):
        return RowKind.CONTENT, None
    marker, title = _cut(texts)
    if title is None and _is_marked_heading(texts):
        return RowKind.GROUP, Heading(" ".join(texts[:2]), texts[0], texts[1], _RANKS.get(_level(texts[0]), _UNRANKED))
    if title is None or len(title) > MAX_HEADING_LENGTH:
        return RowKind.CONTENT, None
    text_cell = own[-1]
    if not _in_text_columns(text_cell.column, layout):
        return RowKind.CONTENT, None
    spans = _is_across(row, layout)
    level = _level(marker)
    is_group = (
        level in (Level.ROMAN, Level.UPPER)
        or _is_capitals(title)
        or bool(_GROUP_OPENING.match(fold(joined)))
        or names_stage(title)
        or (len(title) <= 150 and names_domain(title) and not _is_arabic_under_roman(level, under_roman))
        or (spans and not _is_arabic_under_roman(level, under_roman))
        or (text_cell.bold is True and level is None and not marker.startswith(("-", "+")))
    )
    if not is_group:
        return RowKind.CONTENT, None
    return RowKind.GROUP, Heading(joined, marker, title, _RANKS.get(level, _UNRANKED))


def has_roman_groups(layout: Layout) -> bool:
    """Whether rows with a roman numeral or capital letter and nothing but a text head the table's groups."""
    for row in layout.rows():
        own = row.own()
        marker, title = _cut([cell.text for cell in own])
        if title and _level(marker) in (Level.ROMAN, Level.UPPER) and len(title) <= MAX_HEADING_LENGTH:
            return True
    return False


def numbered_groups(layout: Layout) -> frozenset[int]:
    """Rows in which an arabic number and a text across the table head a group below a roman one.

    The row below tells them from tasks with sub-rows: it has a number of its own, plain, or dotted where no task
    of the table has a plain one.
    """
    rows = [(row, [cell.text for cell in row.own()]) for row in layout.rows()]
    levels = [_level(_cut(texts)[0] or (texts[0] if texts else "")) for _, texts in rows]
    is_across = [_is_across(row, layout) for row, _ in rows]
    plain_tasks = any(level is Level.NUMBER and not across for level, across in zip(levels, is_across, strict=True))
    found: set[int] = set()
    for index, (row, _) in enumerate(rows[:-1]):
        if levels[index] is not Level.NUMBER or not is_across[index] or is_across[index + 1]:
            continue
        below = levels[index + 1]
        if below is Level.NUMBER or (below is Level.SUBNUMBER and not plain_tasks):
            found.add(row.index)
    return frozenset(found)


def _is_across(row: Row, layout: Layout) -> bool:
    own = row.own()
    return bool(own) and len(own) <= 2 and own[-1].column_span >= max(layout.table.column_count - 2, 2)


def _cut(texts: list[str]) -> tuple[str, str | None]:
    """Marker and title of a row of one or two filled cells; no title for a row of content."""
    if len(texts) == 1:
        marker, rest = split_marker(texts[0])
        return (marker.printed if marker else ""), (rest or None)
    if len(texts) == 2 and is_ordinal(texts[0]):
        return texts[0], texts[1]
    return "", None


def _is_marked_heading(texts: list[str]) -> bool:
    """A roman numeral and a domain's name head a group also where further cells are filled."""
    if len(texts) < 3 or _level(texts[0]) not in (Level.ROMAN, Level.UPPER):
        return False
    return names_domain(texts[1]) and len(texts[1]) <= 150


def _level(marker: str) -> Level | None:
    bare = marker.strip(" .)/(")
    if re.fullmatch(r"[IVXL]+", bare):
        return Level.ROMAN
    if re.fullmatch(r"[A-HĐ]", bare):
        return Level.UPPER
    if re.fullmatch(r"\d{1,3}", bare):
        return Level.NUMBER
    if re.fullmatch(r"\d{1,3}(?:\.\d+)+", bare):
        return Level.SUBNUMBER
    return Level.LETTER if re.fullmatch(r"[a-zđ]", bare) else None


def _is_arabic_under_roman(level: Level | None, under_roman: bool) -> bool:
    return under_roman and level in (Level.NUMBER, Level.SUBNUMBER, Level.LETTER)


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 8 and sum(character.isupper() for character in letters) >= 0.8 * len(letters)


def _in_text_columns(column: int, layout: Layout) -> bool:
    """Whether a cell stands where headings stand: in the number column or a column of text."""
    text_columns = {Meaning.NUMBER, Meaning.GROUP, Meaning.TASK, Meaning.OBJECTIVE, Meaning.INDICATOR, Meaning.ACTIVITY}
    first_text = next((c.index for c in layout.columns if c.meaning in text_columns - {Meaning.NUMBER}), 0)
    return column <= first_text
