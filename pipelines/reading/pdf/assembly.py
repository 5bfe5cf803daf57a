"""Pages to one Document: blocks in reading order, paragraphs and tables joined over page breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipelines.reading.document import Block, Document
from pipelines.reading.pdf.blocks import as_paragraph, as_table
from pipelines.reading.pdf.columns import Column, reading_order
from pipelines.reading.pdf.content import PageContent
from pipelines.reading.pdf.furniture import PageLines, find_footnotes, find_furniture
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.margins import text_margins
from pipelines.reading.pdf.merged_cells import merge_over_breaks
from pipelines.reading.pdf.notes import reading_notes
from pipelines.reading.pdf.page_tables import PageTables, read_tables
from pipelines.reading.pdf.paragraphs import Group, starts_paragraph, usual_pitch
from pipelines.reading.pdf.table_joining import join_parts
from pipelines.reading.pdf.table_parts import TablePart


@dataclass(slots=True)
class _Page:
    content: PageContent
    tables: PageTables
    body: list[Line] = field(default_factory=list)
    aside: list[tuple[Line, bool]] = field(default_factory=list)
    """Furniture and footnotes; True for a footnote."""

    @property
    def size(self) -> tuple[int, int]:
        return round(self.content.width), round(self.content.height)


def assemble(contents: list[PageContent], page_count: int) -> Document:
    pages: list[_Page] = []
    for content in contents:
        pages.append(_Page(content, read_tables(content, pages[-1].tables if pages else None)))
    _set_aside(pages)
    _measure_feet(pages)
    alike: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for page in pages:
        alike[page.size] += page.body
    flows = [(page, list(_flow(page, alike[page.size]))) for page in pages]
    pitch = usual_pitch([item for _, flow in flows for item in flow if isinstance(item, Column)])
    builder = _Builder({page.content.number: page.content for page in pages}, pitch)
    for page, flow in flows:
        for item in flow:
            if isinstance(item, Column):
                builder.add_column(item)
            else:
                builder.add_table(item)
        builder.add_aside(page.aside)
    blocks, tables = builder.finish()
    recognised = tuple(content.number for content in contents if content.recognised)
    return Document("pdf", tuple(blocks), page_count, reading_notes(contents, tables, page_count), recognised)


def _set_aside(pages: list[_Page]) -> None:
    views = [
        PageLines(p.content.number, p.content.width, p.content.height, p.tables.outside, p.content.horizontals)
        for p in pages
    ]
    furniture = find_furniture(views)
    for page, view in zip(pages, views, strict=True):
        footnotes = find_footnotes(view)
        for line in page.tables.outside:
            if id(line) in furniture or id(line) in footnotes:
                page.aside.append((line, id(line) not in furniture))
            else:
                page.body.append(line)


def _measure_feet(pages: list[_Page]) -> None:
    """Room under each table part: down to the lowest table or body line of any page of that size."""
    lowest: defaultdict[tuple[int, int], float] = defaultdict(float)
    for page in pages:
        bottoms = [line.bottom for line in page.body] + [part.box.bottom for part in page.tables.parts]
        lowest[page.size] = max([lowest[page.size], *bottoms])
    for page in pages:
        for part in page.tables.parts:
            notes = [line.top for line, is_note in page.aside if is_note and line.top > part.box.bottom]
            part.room_below = min([lowest[page.size], *notes]) - part.box.bottom


def _flow(page: _Page, alike: list[Line]) -> Iterator[Column | TablePart]:
    """What stands on a page, in reading order; `alike` are the lines of all pages of its size."""
    edges = [(part.box.x0, part.box.x1) for part in page.tables.parts]
    left, right = text_margins(page.body, alike, edges)
    rest = page.body
    for part in page.tables.parts:
        above = [line for line in rest if line.baseline < part.box.top + 2]
        yield from reading_order(above, left, right)
        yield part
        rest = [line for line in rest if line.baseline >= part.box.top + 2]
    yield from reading_order(rest, left, right)


class _Builder:
    """Collects blocks; a paragraph or table stays open until something shows that it has ended."""

    def __init__(self, contents: dict[int, PageContent], pitch: float) -> None:
        self._contents = contents
        self._pitch = pitch
        self._items: list[Group | TablePart] = []
        self._deferred: list[Group] = []
        self._asides: set[int] = set()
        self._footnotes: set[int] = set()
        self._open: Group | TablePart | None = None

    def add_column(self, column: Column) -> None:
        for line in column.lines:
            last = self._open
            if isinstance(last, Group) and not starts_paragraph(last.lines[-1], line, last.column, column, self._pitch):
                last.lines.append(line)
                last.column = column
                continue
            self._start(Group([line], column))

    def add_table(self, part: TablePart) -> None:
        last = self._open
        if isinstance(last, TablePart) and part.first_page == last.last_page + 1 and join_parts(last, part):
            return
        self._start(part)

    def add_aside(self, lines: list[tuple[Line, bool]]) -> None:
        """Furniture and footnotes of a page: after what is open, which may go on on the next page."""
        notes: list[Line] = []
        for line, is_note in lines:
            if is_note:
                notes.append(line)
                continue
            group = Group([line], Column([line], line.x0, line.x1))
            self._asides.add(id(group))
            self._deferred.append(group)
        for group in _note_groups(notes):
            self._footnotes.add(id(group))
            self._deferred.append(group)

    def finish(self) -> tuple[list[Block], list[TablePart]]:
        self._flush()
        blocks: list[Block] = []
        tables: list[TablePart] = []
        merge_over_breaks(item for item in self._items if isinstance(item, TablePart))
        for item in self._items:
            if isinstance(item, TablePart):
                tables.append(item)
                blocks.append(as_table(item))
            else:
                blocks.append(
                    as_paragraph(
                        item,
                        self._contents[item.lines[0].page].shown,
                        is_furniture=id(item) in self._asides,
                        is_footnote=id(item) in self._footnotes,
                    )
                )
        return blocks, tables

    def _start(self, item: Group | TablePart) -> None:
        self._flush()
        self._items.append(item)
        self._open = item

    def _flush(self) -> None:
        self._items += self._deferred
        self._deferred.clear()


def _note_groups(lines: list[Line]) -> list[Group]:
    """Each footnote: a line that starts with its mark, and the lines after it."""
    groups: list[Group] = []
    for line in lines:
        starts = line.text[:1].isdigit() or line.text[:1] in "[(*"
        if starts or not groups:
            groups.append(Group([], Column([], line.x0, line.x1)))
        groups[-1].lines.append(line)
    return groups
