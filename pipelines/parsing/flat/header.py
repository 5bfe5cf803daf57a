"""The header row of a flattened table: found, cut into labels, and told from its repetitions on later pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines.parsing.column_words import VOCABULARY
from pipelines.parsing.flat.lines import Line, looks_like_page_number
from pipelines.text.normalise import fold
from pipelines.text.wrapping import join_wrapped


class Role(StrEnum):
    """What a column holds, as far as telling its cells apart needs it."""

    NUMBER = "number"
    TASK = "task"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    OUTPUT = "output"
    LEAD = "lead"
    COORDINATING = "coordinating"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    BUDGET = "budget"
    NOTE = "note"
    INDICATOR = "indicator"
    MEASURE = "measure"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label as printed and its role."""

    label: str
    role: Role


@dataclass(frozen=True, slots=True)
class Header:
    """Columns from left to right, the lines their labels are printed on, and the body without repeated headers."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    body: tuple[Line, ...]


_BODY = r"(?:(?:cac )?(?:co quan|don vi|bo phan|phong|ban|nganh|to chuc|can bo|nguoi|doi tuong)[ ,/]*(?:va )?)*"
_TIME = r"(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|ky han|moc thoi gian|han hoan thanh)"
_RESULT = r"(?:ket qua|san pham|dau ra|hinh thuc van ban|loai van ban|van ban(?= ?[,/-] ?(?:san pham|ket qua)))"
_STAGE = r"(?:nam 20\d\d|giai doan 20\d\d ?- ?20\d\d|den nam 20\d\d|20\d\d ?- ?20\d\d)"
# Longest first within a role; matched on folded text from left to right.
_LABELS: tuple[tuple[Role | None, str], ...] = (
    (Role.NUMBER, r"s ?/? ?t ?t|t ?t|s ?o ?t ?t|so thu tu"),
    (Role.MEASURE, r"don vi tinh|dvt|dv tinh|don vi do"),
    (Role.INDICATOR, r"(?:ten |noi dung |cac )?(?:chi tieu|tieu chi|chi so)(?: cu the| chu yeu| thanh phan)?"),
    (
        Role.RESPONSIBLE,
        rf"{_BODY}(?:chiu trach nhiem|thuc hien|tham muu|phu trach|theo doi)"
        r"(?: thuc hien| theo doi| chinh|, danh gia|,? tham muu)*"
        r"|phan cong (?:thuc hien|nhiem vu|trach nhiem)|phan cong(?: co quan| don vi)?"
        r"|(?:co quan |don vi )?chu tri ?(?:[,/;-]|va ) ?(?:co quan |don vi )?phoi hop(?: thuc hien)?",
    ),
    (Role.LEAD, rf"{_BODY}chu tri(?: thuc hien| tham muu| chinh)*|(?:co quan|don vi|bo phan) dau moi"),
    (
        Role.COORDINATING,
        rf"{_BODY}(?:cung )?(?:phoi hop|tham gia)(?:[ ,/]*(?:phoi hop|tham gia|thuc hien))*"
        r"|(?:co quan|don vi|bo phan) lien quan",
    ),
    (
        Role.DEADLINE,
        rf"(?:du kien |dk )?{_TIME}"
        rf"(?:[ ,/]*(?:va )?(?:thuc hien|hoan thanh|ket thuc|trinh|ban hanh|xong|bat dau|{_TIME}))*"
        r"|hoan thanh truoc|thuc hien trong",
    ),
    (
        Role.BUDGET,
        r"(?:du kien |du toan |nguon |nguon luc,? ?)*kinh phi(?: thuc hien| du kien| dam bao| \([^)]*\))*"
        r"|du toan|nguon von|ngan sach",
    ),
    (
        Role.OUTPUT,
        rf"(?:du kien |yeu cau )?{_RESULT}"
        r"(?:[ ,/-]*(?:va |hoac )?(?:ket qua|san pham|van ban|dau ra|hoan thanh|can dat|dat duoc|thuc hien|du kien"
        r"|phai dat|chinh|chu yeu))*",
    ),
    (
        Role.ACTIVITY,
        r"(?:cac )?(?:hoat dong|giai phap|bien phap|cach thuc|cong viec cu the|noi dung cu the)"
        r"(?: cu the| chu yeu| thuc hien)*",
    ),
    (Role.OBJECTIVE, r"muc tieu(?: cu the| chung|,? ?yeu cau)*|muc dich(?:,? ?yeu cau)?"),
    (
        Role.TASK,
        r"(?:ten |cac |noi dung |danh muc )*(?:nhiem vu|cong viec|dau viec|noi dung)"
        r"(?: cu the| trong tam| thuc hien| chu yeu| cchc"
        r"|(?: ?[,/] ?| va )(?:nhiem vu|cong viec|noi dung|hoat dong|giai phap)"
        r"|(?<=noi dung) (?:nhiem vu|cong viec))*",
    ),
    (Role.NOTE, r"ghi chu|luu y|dien giai"),
    (
        Role.VALUE,
        r"(?:(?:chi tieu|muc tieu|ke hoach|phan dau|(?:uoc |ket qua )?thuc hien|ket qua|muc dat) ?)?"
        rf"{_STAGE}"
        r"|ket qua 20\d\d|hien trang(?: nam 20\d\d)?|gia tri(?: muc tieu| can dat)?|muc (?:can )?dat",
    ),
    (None, r"trach nhiem(?: cu the| thuc hien| cua cac co quan)*|to chuc thuc hien"),
)
# A header has one label of each role but these.
_REPEATED_ROLES = frozenset({Role.VALUE, Role.RESPONSIBLE})
_COMPILED = tuple((role, re.compile(rf"(?:{pattern})(?![a-z])")) for role, pattern in _LABELS)
# Words of labels beside the phrases that speak for a column's meaning.
_LABEL_WORDS = """
    s o t st tt stt so thu tu ten cac danh muc cu the trong tam chu yeu bien du kien duoc yeu cau phong ban nganh to
    chuc can bo nguoi doi tuong va cung moi ky han moc xong truoc luc phan cong chi tinh chung phai danh gia cchc trinh
    nam chinh uoc luu y
"""
_HEADER_WORDS = frozenset(
    word
    for phrase in [_LABEL_WORDS, *(phrase for phrases in VOCABULARY.values() for phrase in phrases)]
    for word in phrase.split()
)
_YEAR = re.compile(r"20\d\d")
_WORD = re.compile(r"[a-z0-9]+")
_LEAST_ROLES = 3
_LONGEST_HEADER = 24


def split_labels(text: str) -> list[Column]:
    """The columns whose labels a header text names, in printed order."""
    return [column for column in _printed_labels(text) if column is not None]


def column_order(text: str) -> list[Column]:
    """The columns from left to right.

    Of a header of two levels, extractors print the labels of the lower one before or after those beside it: the
    units' columns stand where the label over them ('Trách nhiệm cụ thể') is printed, and the ordinals come first.
    """
    printed = _printed_labels(text)
    first = next((i for i, column in enumerate(printed) if column and column.role is Role.NUMBER), 0)
    ordered = [*printed[first:], *printed[:first]]
    if None in ordered:
        lower = [column for column in ordered if column and column.role in (Role.LEAD, Role.COORDINATING)]
        rest = [column for column in ordered if column is None or column not in lower]
        place = rest.index(None)
        ordered = [*rest[:place], *lower, *rest[place + 1 :]]
    return [column for column in ordered if column is not None]


def _printed_labels(text: str) -> list[Column | None]:
    """Labels in printed order; None where a label over several columns is printed."""
    folded = fold_keeping_length(text)
    labels: list[Column | None] = []
    position = 0
    while position < len(folded):
        match = _longest_label(folded, position)
        if match is None:
            position += 1
            continue
        role, end = match
        end = _cut_before_next_label(text, folded, position, end)
        if role is None:
            labels.append(None)
        elif role in _REPEATED_ROLES or all(label is None or label.role is not role for label in labels):
            labels.append(Column(text[position:end].strip(" ,/"), role))
        position = end
    roles = {label.role for label in labels if label is not None}
    return _settle_responsible(labels, roles)


def _settle_responsible(labels: list[Column | None], roles: set[Role]) -> list[Column | None]:
    """A label of general wording ('Phân công trách nhiệm', 'Đơn vị thực hiện') is told by those beside it.

    Over the two columns of units it heads them; beside one of them it is the other; alone it names both roles.
    """
    general = [i for i, label in enumerate(labels) if label is not None and label.role is Role.RESPONSIBLE]
    missing = [role for role in (Role.LEAD, Role.COORDINATING) if role not in roles]
    settled = list(labels)
    if not general or len(missing) == 2:
        for index in general[1:]:
            settled[index] = None
        return settled
    for index in general:
        settled[index] = None
    if missing:
        named = labels[general[-1]]
        settled[general[-1]] = named and Column(named.label, missing[0])
    return settled


def _cut_before_next_label(text: str, folded: str, start: int, end: int) -> int:
    """'Kinh phí Dự kiến sản phẩm': a capital inside a label may open the next one, if that reaches further."""
    for position in range(start + 1, end):
        if text[position].isupper() and text[position - 1] == " ":
            following = _longest_label(folded, position)
            if following is not None and following[0] is not None and following[1] > end:
                return position
    return end


def fold_keeping_length(text: str) -> str:
    """`fold` letter by letter, so that positions in the folded text are positions in the text."""
    return "".join((fold(c) or " ")[:1] for c in text)


def _longest_label(folded: str, position: int) -> tuple[Role | None, int] | None:
    if position and folded[position - 1].isalnum():
        return None
    best: tuple[Role | None, int] | None = None
    for role, pattern in _COMPILED:
        found = pattern.match(folded, position)
        if found and found.end() > position and (best is None or found.end() > best[1]):
            best = (role, found.end())
    return best


def find_header(lines: Sequence[Line]) -> Header | None:
    """The first run of header lines and the body after it; None when no table header is printed."""
    runs = _header_runs(lines)
    if not runs:
        return None
    start, end = _whole_run(lines, runs)
    columns = column_order(_joined(lines[start:end]))
    body_start = _after_column_numbers(lines, runs[0][1], len(columns))
    body = _without_repetitions(lines, lines[start:end], runs[1:], body_start)
    return Header(tuple(columns), tuple(lines[start:end]), tuple(body))


def _whole_run(lines: Sequence[Line], runs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The run that holds the whole header and nothing else.

    The first one may have lost a line to the caption above it, which its repetitions have; a repetition may have
    taken in the end of a cell after it, which no other run has.
    """
    printed = [_words(lines[start:end]) for start, end in runs]

    def is_borne_out(index: int) -> bool:
        others = [other for number, other in enumerate(printed) if number != index]
        mine = printed[index]
        return index == 0 or any(not Counter(mine) - Counter(other) or mine[-len(other) :] == other for other in others)

    borne_out = [index for index in range(len(runs)) if is_borne_out(index)]
    best = max(borne_out, key=lambda i: (len(split_labels(_joined(lines[runs[i][0] : runs[i][1]]))), -len(printed[i])))
    return runs[best]


def _joined(lines: Sequence[Line]) -> str:
    return join_wrapped(line.text for line in lines)


def _header_runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Half-open ranges of consecutive lines made of header words that name at least three columns."""
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and end - start < _LONGEST_HEADER and _goes_on(lines, start, end):
            end += 1
        if end > start and len(split_labels(" ".join(line.text for line in lines[start:end]))) >= _LEAST_ROLES:
            runs.append((start, end))
        start = max(end, start + 1)
    if not runs:
        return []
    first = set(_words(lines[runs[0][0] : runs[0][1]]))
    return [runs[0]] + [run for run in runs[1:] if len(first & set(_words(lines[run[0] : run[1]]))) >= 0.7 * len(first)]


def _goes_on(lines: Sequence[Line], start: int, index: int) -> bool:
    """A line of years alone is part of a label that calls for it ('Giai đoạn', 'Năm'); else it is a deadline."""
    if not _is_header_like(lines[index].text):
        return False
    if not all(word.isdigit() for word in _WORD.findall(fold(lines[index].text))):
        return True
    return index > start and re.search(r"\b(?:giai doan|nam|den)$", fold(lines[index - 1].text)) is not None


def _is_header_like(text: str) -> bool:
    words = _WORD.findall(fold(text))
    return bool(words) and all(word in _HEADER_WORDS or _YEAR.fullmatch(word) for word in words)


def _after_column_numbers(lines: Sequence[Line], start: int, column_count: int) -> int:
    """Index after a row that only numbers the columns: '1 2 3 4 5 6' or '(1) (2) ...', on one line or several."""
    counted = 0
    for index in range(start, min(len(lines), start + column_count + 1)):
        numbers = re.findall(r"\d+", lines[index].text)
        if not numbers or not re.fullmatch(r"[\d\s().=+/x-]+", lines[index].text):
            break
        for number in numbers:
            if int(number) != counted + 1:
                return start
            counted += 1
        if counted >= max(column_count - 1, 3):
            return index + 1
    return start


def _trimmed(lines: Sequence[Line], header: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """The lines of a repetition that repeat the header: ends of cells around it may read like header words too."""
    printed = Counter(_words(header))
    for start in range(first, last):
        for end in range(last, start, -1):
            if Counter(_words(lines[start:end])) == printed:
                return start, end
    return first, last


def _words(lines: Sequence[Line]) -> list[str]:
    return [word for line in lines for word in _WORD.findall(fold(line.text))]


def _without_repetitions(
    lines: Sequence[Line], header: Sequence[Line], runs: Sequence[tuple[int, int]], start: int
) -> list[Line]:
    dropped: set[int] = set()
    breaks: set[int] = set()
    for first, last in runs:
        if first < start:
            continue
        first, last = _trimmed(lines, header, first, last)
        dropped.update(range(first, last))
        if first > start and looks_like_page_number(lines[first - 1].text):
            dropped.add(first - 1)
        after = _after_column_numbers(lines, last, 4)
        dropped.update(range(last, after))
        breaks.add(after)
    return [
        Line(line.text, line.place, line.gap, index in breaks if breaks else line.after_page_break)
        for index, line in enumerate(lines)
        if index >= start and index not in dropped
    ]
