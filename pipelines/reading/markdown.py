"""Markdown files (.md): paragraphs, list items with their markers, pipe tables and HTML tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipelines.reading.document import Block, Cell, Document, Paragraph, Place, Table, TextLine
from pipelines.reading.html import read_html
from pipelines.reading.plain_text.decoding import decode
from pipelines.reading.tables import join_repeated_tables, table_of_rows
from pipelines.text.markers import split_marker
from pipelines.text.normalise import clean
from pipelines.text.wrapping import join_wrapped

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])")
_FENCE = re.compile(r"(?:```|~~~).*")
_DELIMITER_ROW = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|p|div|center|sup|sub|font|a|small)(?:\s[^>]*)?/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def read_markdown(data: bytes) -> Document:
    """A Markdown file. Places are line numbers. Raises UnreadableDocumentError 'damaged' when it is no Unicode text."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    for pattern in (_FRONT_MATTER, _COMMENT):
        text = pattern.sub(lambda found: "\n" * found.group().count("\n"), text)
    return Document("markdown", tuple(join_repeated_tables(_blocks(text.split("\n")))))


@dataclass(slots=True)
class _Gathered:
    lines: list[TextLine] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)

    def add(self, raw: str, number: int) -> None:
        self.raw.append(raw)
        self.lines.append(TextLine(plain(raw), Place(line=number)))

    def take(self, bold: bool = False) -> Iterator[Paragraph]:
        text = join_wrapped(line.text for line in self.lines)
        if text:
            source = clean(" ".join(self.raw))
            _, rest = split_marker(source)
            whole = _STRONG.fullmatch(rest) or _STRONG.fullmatch(source)
            yield Paragraph(text, self.lines[0].place, tuple(self.lines), bold=bold or whole is not None)
        self.lines, self.raw = [], []


def _blocks(lines: list[str]) -> Iterator[Block]:
    gathered = _Gathered()
    index = 0
    while index < len(lines):
        raw, number = lines[index].strip().lstrip(">").strip(), index + 1
        end = _table_end(lines, index)
        html_end = _html_table_end(lines, index)
        if end is not None:
            yield from gathered.take()
            yield _pipe_table(lines[index:end], number)
            index = end
            continue
        if html_end is not None:
            yield from gathered.take()
            yield from _html_table(lines[index:html_end], number)
            index = html_end
            continue
        heading = _HEADING.fullmatch(raw)
        if heading:
            yield from gathered.take()
            gathered.add(heading.group(1), number)
            yield from gathered.take(bold=True)
        elif not raw or _UNDERLINE.fullmatch(raw) or _FENCE.fullmatch(raw):
            yield from gathered.take(bold=bool(raw) and raw.startswith(("===", "---")) and len(gathered.lines) == 1)
        else:
            # A hard break ends a printed line as Enter does in an office program.
            broken = index > 0 and (lines[index - 1].endswith(("  ", "\\")))
            if broken or split_marker(plain(raw))[0] is not None:
                yield from gathered.take()
            for part in _BREAK.split(raw):
                if gathered.lines and part is not raw:
                    yield from gathered.take()
                gathered.add(part, number)
        index += 1
    yield from gathered.take()


def plain(raw: str) -> str:
    """A line without Markdown's marks: emphasis, links, escapes, inline tags."""
    text = _TAG.sub("", _BREAK.sub(" ", _IMAGE.sub("", raw)))
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    return clean(_ESCAPE.sub(r"\1", text).removesuffix("\\").replace("&nbsp;", " "))


def _table_end(lines: list[str], index: int) -> int | None:
    """The end of the pipe table that starts at a line; None where none starts."""
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    if "|" not in lines[index] or "|" not in following or not _DELIMITER_ROW.fullmatch(following):
        return None
    end = index + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _pipe_table(lines: list[str], first_number: int) -> Table:
    rows = [_split_cells(line) for position, line in enumerate(lines) if position != 1]
    numbers = [first_number + position for position in range(len(lines)) if position != 1]
    column_count = max(len(row) for row in rows)
    cells = [
        [_cell(text, row, column, number) for column, text in enumerate(_padded(texts, column_count))]
        for row, (texts, number) in enumerate(zip(rows, numbers, strict=True))
    ]
    has_header = any(cell.text for cell in cells[0])
    if not has_header:
        cells = [[replace(cell, row=cell.row - 1) for cell in row] for row in cells[1:]]
    return table_of_rows(cells, column_count, int(has_header))


def _split_cells(line: str) -> list[str]:
    stripped = line.strip().removeprefix("|")
    if stripped.endswith("|") and not stripped.endswith("\\|"):
        stripped = stripped[:-1]
    return _UNESCAPED_PIPE.split(stripped)


def _padded(texts: list[str], column_count: int) -> Iterable[str]:
    return texts + [""] * (column_count - len(texts))


def _cell(raw: str, row: int, column: int, number: int) -> Cell:
    paragraphs = tuple(text for part in _BREAK.split(raw) if (text := plain(part)))
    bold = bool(_STRONG.fullmatch(raw.strip()))
    return Cell(" ".join(paragraphs), row, column, places=(Place(line=number),), paragraphs=paragraphs, bold=bold)


def _html_table_end(lines: list[str], index: int) -> int | None:
    if not lines[index].lstrip().lower().startswith("<table"):
        return None
    return next((end + 1 for end in range(index, len(lines)) if "</table>" in lines[end].lower()), len(lines))


def _html_table(lines: list[str], first_number: int) -> Iterator[Block]:
    for block in read_html("\n".join(lines).encode()).blocks:
        if isinstance(block, Table):
            place = Place(line=first_number)
            yield replace(block, cells=tuple(replace(cell, places=(place,)) for cell in block.cells))
        else:
            yield replace(block, place=Place(line=first_number))
