"""Blocks of a Word document in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from pipelines.reading.document import Block, Document, Paragraph, Place, ReadingNote, TextLine, UnreadableDocumentError
from pipelines.reading.docx.legacy_fonts import LegacyFonts
from pipelines.reading.docx.numbering import Numbering
from pipelines.reading.docx.paragraphs import PrintedParagraph, print_paragraph
from pipelines.reading.docx.printed_lines import join_printed_lines
from pipelines.reading.docx.styles import Styles
from pipelines.reading.docx.tables import CellContent, cells_of, read_table, rows_of
from pipelines.reading.docx.vocabulary import flat_children, local_name, w
from pipelines.reading.limits import DEFAULT_LIMITS, ReadingLimits
from pipelines.reading.ooxml import Package, damaged
from pipelines.reading.tables import join_repeated_tables
from pipelines.text.markers import split_marker
from pipelines.text.wrapping import join_wrapped

_MAX_NESTING = 40


def read_docx(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """A .docx file. Places are lines: the ordinal of the paragraph in the document, table cells included.

    Raises UnreadableDocumentError 'damaged' (parts missing or not well formed), 'too_large' (unpacked size) or
    'empty' (nothing but pictures or nothing at all).
    """
    package = Package(data, limits)
    main_parts = package.related("", "officeDocument") or ["word/document.xml"]
    return _DocxReader(package, main_parts[0]).read()


class _DocxReader:
    def __init__(self, package: Package, main_part: str) -> None:
        self._package = package
        self._main_part = main_part
        self._styles = Styles.parse(self._related_root("styles"))
        self._numbering = Numbering.parse(self._related_root("numbering"), self._styles)
        self._root = package.xml(main_part)
        self._legacy_fonts = LegacyFonts.parse(self._root, self._styles)
        self._ordinals = count(1)
        self._notes_cited: list[tuple[str, int]] = []
        self._reading_notes: list[ReadingNote] = []

    def read(self) -> Document:
        body = self._root.find(w("body"))
        if body is None:
            raise damaged()
        blocks = [*self._furniture("header"), *self._blocks(body), *self._furniture("footer"), *self._footnotes()]
        if all(isinstance(block, Paragraph) and block.is_furniture for block in blocks):
            raise UnreadableDocumentError(
                "empty",
                "Tệp Word không có chữ, chỉ có ảnh hoặc trang trắng. Hãy gửi bản có chữ hoặc bản quét ở dạng PDF.",
            )
        blocks = join_repeated_tables(join_printed_lines(blocks))
        return Document("docx", tuple(blocks), notes=tuple(self._reading_notes))

    def _related_root(self, kind: str) -> etree._Element | None:
        names = self._package.related(self._main_part, kind)
        return self._package.xml(names[0]) if names else None

    def _blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Block]:
        if depth > _MAX_NESTING:
            raise damaged()
        for element in flat_children(container):
            name = local_name(element)
            if name == "p":
                yield from self._paragraphs(element, depth)
            elif name == "tbl":
                frame = _frame_content(element)
                if frame is not None:
                    yield from self._blocks(frame, depth + 1)
                else:
                    table = read_table(element, self._cell)
                    if any(cell.text for cell in table.cells):
                        yield table
            elif name == "altChunk":
                message = "Tệp nhúng một văn bản khác mà hệ thống không đọc. Hãy chép nội dung đó vào văn bản chính."
                self._reading_notes.append(ReadingNote("ignored_content", message))

    def _paragraphs(self, element: etree._Element, depth: int) -> Iterator[Block]:
        ordinal = next(self._ordinals)
        printed = self._print(element)
        self._notes_cited += [(note_id, ordinal) for note_id in printed.footnote_ids]
        for text_box in printed.text_boxes:
            yield from self._blocks(text_box, depth + 1)
        for lines in _split_at_meant_breaks(printed):
            yield _paragraph(lines, printed, Place(line=ordinal))

    def _cell(self, cell: etree._Element) -> CellContent:
        texts: list[str] = []
        bold: list[bool] = []
        first: int | None = None
        for element in flat_children(cell):
            name = local_name(element)
            if name == "p":
                ordinal = next(self._ordinals)
                first = first or ordinal
                printed = self._print(element)
                self._notes_cited += [(note_id, ordinal) for note_id in printed.footnote_ids]
                texts += printed.lines
                bold += [printed.bold] * (not printed.is_empty)
                for text_box in printed.text_boxes:
                    texts += self._cell(text_box).paragraphs
            elif name == "tbl":
                for row in rows_of(element):
                    contents = [self._cell(inner) for inner in cells_of(row)]
                    first = first or (contents[0].line if contents else None)
                    texts.append(" ".join(text for content in contents for text in content.paragraphs))
        return CellContent(tuple(text for text in texts if text), first or 0, bool(bold) and all(bold))

    def _print(self, paragraph: etree._Element) -> PrintedParagraph:
        return print_paragraph(paragraph, self._styles, self._numbering, self._legacy_fonts)

    def _furniture(self, kind: str) -> Iterator[Paragraph]:
        seen: set[str] = set()
        for name in self._package.related(self._main_part, kind):
            for element in self._package.xml(name).iter(w("p")):
                printed = self._print(element)
                text = join_wrapped(printed.lines)
                if text and text not in seen:
                    seen.add(text)
                    yield Paragraph(text, Place(), is_furniture=True)

    def _footnotes(self) -> Iterator[Paragraph]:
        notes: dict[str, etree._Element] = {}
        for kind in ("footnote", "endnote"):
            root = self._related_root(f"{kind}s")
            if root is not None:
                notes |= {f"{kind}/{note.get(w('id'))}": note for note in root.iter(w(kind))}
        for note_id, ordinal in self._notes_cited:
            if note_id not in notes:
                continue
            for element in notes[note_id].iter(w("p")):
                printed = self._print(element)
                if not printed.is_empty:
                    yield _paragraph(printed.lines, printed, Place(line=ordinal), is_footnote=True)


def _paragraph(lines: list[str], printed: PrintedParagraph, place: Place, is_footnote: bool = False) -> Paragraph:
    return Paragraph(
        text=join_wrapped(lines),
        place=place,
        lines=tuple(TextLine(line, place) for line in lines),
        bold=printed.bold,
        italic=printed.italic,
        centered=printed.format.centered,
        indent=printed.format.indent,
        is_footnote=is_footnote,
    )


def _split_at_meant_breaks(printed: PrintedParagraph) -> Iterator[list[str]]:
    """Line groups that are paragraphs to a reader.

    Shift+Enter stands for a new paragraph after a finished sentence, before a marker and in centred lines; elsewhere
    it is a wrap that came with pasted text.
    """
    group: list[str] = []
    for line in printed.lines:
        meant = printed.format.centered or split_marker(line)[0] is not None or bool(group and group[-1][-1] in ".;:!?")
        if group and meant:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _frame_content(table: etree._Element) -> etree._Element | None:
    """The only cell of a table that merely frames other tables, else None."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    if len(cells) == 1 and any(local_name(child) == "tbl" for child in flat_children(cells[0])):
        return cells[0]
    return None
