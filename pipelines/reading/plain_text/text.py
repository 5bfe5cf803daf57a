"""A text file to a Document."""

from __future__ import annotations

from pipelines.reading.document import Block, Document, Paragraph, TextLine
from pipelines.reading.plain_text.decoding import decode
from pipelines.reading.plain_text.footnotes import Footnotes
from pipelines.reading.plain_text.lines import Line, page_numbers, split_lines
from pipelines.reading.plain_text.paragraphs import Settings, continues
from pipelines.reading.plain_text.piped import bars_to_tabs
from pipelines.reading.plain_text.spaced import is_spaced, read_spaced
from pipelines.reading.plain_text.tabbed import read_tabbed, tabbed_runs
from pipelines.reading.tables import join_repeated_tables
from pipelines.text.wrapping import join_wrapped


def read_text(data: bytes) -> Document:
    """A text file. Places are line numbers, and pages where form feeds part them.

    Every printed line is in the `lines` of exactly one paragraph or is a row of a table. Raises
    UnreadableDocumentError 'damaged' when the bytes are no Unicode text.
    """
    text = decode(data)
    spaced = read_spaced(text) if is_spaced(text) else None
    if spaced is not None:
        return spaced
    lines, page_count = split_lines(text)
    lines = bars_to_tabs(lines)
    blocks: list[Block] = []
    position = 0
    for start, end in tabbed_runs(lines):
        blocks += _paragraphs(lines[position:start])
        blocks.append(read_tabbed([line for line in lines[start:end] if not line.is_furniture]))
        position = end
    blocks += _paragraphs(lines[position:])
    return Document("text", tuple(join_repeated_tables(blocks)), page_count)


def _paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Paragraphs in the order of their first lines; furniture and footnotes don't interrupt the text around them."""
    numbers = page_numbers(lines)
    footnotes = Footnotes(lines)
    prose = [line for line in lines if not (line.is_furniture or line.number in numbers)]
    settings = Settings(prose)
    groups: list[list[Line]] = []
    text_group: list[Line] | None = None
    note_groups: list[list[Line]] = []
    for line in prose:
        if footnotes.opens(line):
            note_groups.append([line])
            groups.append(note_groups[-1])
        elif footnotes.goes_on(groups, note_groups, line):
            groups[-1].append(line)
        elif text_group is not None and continues(text_group, line, settings.around(text_group[-1])):
            text_group.append(line)
        else:
            text_group = [line]
            groups.append(text_group)
    notes = {id(group) for group in note_groups}
    paragraphs = [_paragraph(group, is_footnote=id(group) in notes) for group in groups]
    paragraphs += [
        _paragraph([line], is_furniture=True) for line in lines if line.is_furniture or line.number in numbers
    ]
    return sorted(paragraphs, key=lambda paragraph: paragraph.place.line or 0)


def _paragraph(group: list[Line], is_footnote: bool = False, is_furniture: bool = False) -> Paragraph:
    return Paragraph(
        text=join_wrapped(line.text for line in group),
        place=group[0].place,
        lines=tuple(TextLine(line.text.replace("\t", " ").strip(), line.place) for line in group),
        bold=all(line.bold for line in group) or None,
        is_footnote=is_footnote,
        is_furniture=is_furniture,
    )
