"""Web pages (.html): paragraphs and tables as a browser would show them, without scripts, menus or the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree
from lxml import html as lxml_html

from pipelines.reading.document import Block, Cell, Document, Paragraph, Place, TextLine, UnreadableDocumentError
from pipelines.reading.grid import GridBuilder
from pipelines.reading.html_fonts import show_legacy_fonts
from pipelines.reading.limits import DEFAULT_LIMITS, ReadingLimits
from pipelines.reading.tables import join_repeated_tables
from pipelines.text.normalise import clean

# A form stays: portals built with ASP.NET wrap the whole page in one.
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "nav", "button", "select", "textarea", "iframe"}
    | {"object", "svg", "canvas", "audio", "video", "map", "aside"}
)
# Any other element, also one of Word's own ('o:p'), runs on in its line.
_BLOCK = frozenset(
    {"address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"}
    | {"section", "summary", "ul"}
)
_LAYOUT_CELLS = 7  # a table with this many cells inside a cell is content, so the outer table only arranges the page
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em"})
_MAX_NESTING = 200
_CHARSET = re.compile(rb"charset\s*=", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def read_html(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """An HTML file. Places are lines of the source where known.

    Raises UnreadableDocumentError 'damaged' for bytes that are no HTML, 'empty' where no text is shown.
    """
    parser = lxml_html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data), huge_tree=False
    )
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocumentError(
            "damaged", "Không đọc được trang web đã lưu. Hãy mở trang và lưu lại, hoặc sao chép nội dung vào tệp .docx."
        ) from error
    show_legacy_fonts(root)
    body = root.find("body")
    blocks = join_repeated_tables(_Page(limits).blocks(root if body is None else body))
    if not blocks:
        raise UnreadableDocumentError("empty", "Trang web không có chữ nào hiển thị. Hãy gửi lại văn bản gốc.")
    return Document("html", tuple(blocks))


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page itself declares (None)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if _CHARSET.search(data[:_DECLARED_WITHIN]) else "cp1252"
    return "utf-8"


@dataclass(slots=True)
class _Flow:
    """Text gathered up to the next block edge."""

    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    line: int | None = None

    def add(self, text: str | None, line: int | None, bold: bool, italic: bool) -> None:
        if not text:
            return
        self.pieces.append(text)
        if text.strip():
            self.line = self.line or line
            self.bold.append(bold)
            self.italic.append(italic)


class _Page:
    def __init__(self, limits: ReadingLimits) -> None:
        self._limits = limits

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        flow = _Flow()
        yield from self._walk(element, flow, bold=False, italic=False, centered=False, depth=0)
        yield from self._flush(flow, centered=False)

    def _walk(
        self, element: etree._Element, flow: _Flow, bold: bool, italic: bool, centered: bool, depth: int
    ) -> Iterator[Block]:
        if depth > _MAX_NESTING:
            raise UnreadableDocumentError(
                "damaged", "Trang web lồng quá nhiều lớp. Hãy sao chép nội dung vào tệp .docx."
            )
        flow.add(element.text, element.sourceline, bold, italic)
        numbers = count(_list_start(element)) if element.tag == "ol" else None
        for child in element.iterchildren(etree.Element):
            tag = child.tag
            if tag in _DROPPED or _is_hidden(child):
                pass
            elif tag == "br":
                yield from self._flush(flow, centered)
            elif tag == "table":
                yield from self._flush(flow, centered)
                yield from self._table(child)
            elif tag not in _BLOCK:
                inner_bold, inner_italic = _emphasis(child, bold, italic)
                yield from self._walk(child, flow, inner_bold, inner_italic, centered, depth + 1)
            else:
                yield from self._flush(flow, centered)
                if tag == "li":
                    flow.add(_item_marker(child, numbers), child.sourceline, bold, italic)
                inner_bold, inner_italic = _emphasis(child, bold, italic)
                inner_centered = _is_centered(child, centered)
                yield from self._walk(child, flow, inner_bold, inner_italic, inner_centered, depth + 1)
                yield from self._flush(flow, inner_centered)
            flow.add(child.tail, child.sourceline, bold, italic)

    def _flush(self, flow: _Flow, centered: bool) -> Iterator[Paragraph]:
        text = clean("".join(flow.pieces).replace("\u00ad", ""))
        if text:
            place = Place(line=flow.line)
            yield Paragraph(text, place, (TextLine(text, place),), all(flow.bold), all(flow.italic), centered)
        flow.pieces.clear()
        flow.bold.clear()
        flow.italic.clear()
        flow.line = None

    def _table(self, table: etree._Element) -> Iterator[Block]:
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        elements = [list(row.iterchildren("td", "th")) for row in rows]
        filled = [cell for row in elements for cell in row]
        if len(filled) == 1 or any(_holds_content_table(cell) for cell in filled):
            for cell in filled:
                yield from self.blocks(cell)
            return
        grid = GridBuilder(self._limits.max_table_cells)
        header_rows = 0
        for index, row in enumerate(elements):
            is_header = bool(row) and (all(cell.tag == "th" for cell in row) or rows[index].getparent().tag == "thead")
            header_rows += is_header and header_rows == index
            for cell in row:
                grid.add(index, self._cell(cell), _span(cell, "rowspan"), _span(cell, "colspan"))
        result = grid.table(len(elements), header_rows)
        if any(cell.text for cell in result.cells):
            yield result

    def _cell(self, element: etree._Element) -> Cell:
        paragraphs: list[str] = []
        bold: list[bool] = []
        for block in self.blocks(element):
            if isinstance(block, Paragraph):
                paragraphs.append(block.text)
                bold.append(bool(block.bold))
            else:
                for row in block.grid():
                    seen = {id(cell): cell.text for cell in row if cell.text}
                    paragraphs.append(" ".join(seen.values()))
        return Cell(
            text=" ".join(paragraphs),
            row=0,
            column=0,
            places=(Place(line=element.sourceline),),
            paragraphs=tuple(paragraphs),
            bold=element.tag == "th" or (bool(bold) and all(bold)),
        )


def _holds_content_table(cell: etree._Element) -> bool:
    return any(sum(1 for _ in inner.iter("td", "th")) >= _LAYOUT_CELLS for inner in cell.iter("table"))


def _style(element: etree._Element) -> str:
    return (element.get("style") or "").lower().replace(" ", "")


def _is_hidden(element: etree._Element) -> bool:
    style = _style(element)
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _is_centered(element: etree._Element, inherited: bool) -> bool:
    style, align = _style(element), (element.get("align") or "").lower()
    if "text-align:" in style:
        return "text-align:center" in style
    return align == "center" if align else inherited or element.tag == "center"


def _emphasis(element: etree._Element, bold: bool, italic: bool) -> tuple[bool, bool]:
    style = _style(element)
    if "font-weight:" in style:
        bold = any(f"font-weight:{weight}" in style for weight in ("bold", "600", "700", "800", "900"))
    if "font-style:" in style:
        italic = "font-style:italic" in style
    return bold or element.tag in _BOLD, italic or element.tag in _ITALIC


def _list_start(element: etree._Element) -> int:
    start = element.get("start", "1")
    return int(start) if start.isdigit() else 1


def _item_marker(item: etree._Element, numbers: Iterator[int] | None) -> str:
    return "- " if numbers is None else f"{next(numbers)}. "


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(int(text), 1) if text.isdigit() and len(text) < 5 else 1
