"""Elements as a Word file with the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.samples.layout import Columns, Element, Grid, NewSection, Para

_WRITTEN = datetime(2026, 1, 5, 8, 0, 0)
_PORTRAIT_CM, _LANDSCAPE_CM = 16.5, 25.5
_BULLET_NUMBER_ID = 77


def to_docx(elements: list[Element]) -> bytes:
    document = Document()
    document.core_properties.author = "UBND"
    document.core_properties.created = document.core_properties.modified = _WRITTEN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    _add_dash_list(document)
    width = _PORTRAIT_CM
    for element in elements:
        if isinstance(element, Para):
            _fill(document.add_paragraph(), element, indented=True)
        elif isinstance(element, Columns):
            _columns(document, element, width)
        elif isinstance(element, NewSection):
            width = _new_section(document, element)
        else:
            _grid(document, element, width)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _fill(paragraph: Paragraph, para: Para, indented: bool = False, size: float | None = None) -> None:
    run = paragraph.add_run(para.text)
    run.bold, run.italic = para.bold or None, para.italic or None
    if size is not None:
        run.font.size = Pt(size)
    if para.centered:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif indented:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    if para.numbering == "dash":
        properties = paragraph._p.get_or_add_pPr()
        numbering = properties.get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = _BULLET_NUMBER_ID


def _add_dash_list(document: DocxDocument) -> None:
    """An automatic list whose printed marker is a dash."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(_BULLET_NUMBER_ID))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("w:start", "1"), ("w:numFmt", "bullet"), ("w:lvlText", "-"), ("w:lvlJc", "left")):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    first_instance = numbering.find(qn("w:num"))
    numbering.insert(list(numbering).index(first_instance) if first_instance is not None else 0, abstract)
    instance = OxmlElement("w:num")
    instance.set(qn("w:numId"), str(_BULLET_NUMBER_ID))
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), str(_BULLET_NUMBER_ID))
    instance.append(reference)
    numbering.append(instance)


def _columns(document: DocxDocument, element: Columns, width: float) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    shares = (0.42, 0.58)
    for index, paras in enumerate((element.left, element.right)):
        cell = table.rows[0].cells[index]
        cell.width = table.columns[index].width = Cm(width * shares[index])
        _fill_cell(cell, paras, 12)


def _fill_cell(cell: _Cell, paras: tuple[Para, ...], size: float) -> None:
    for index, para in enumerate(paras):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        _fill(paragraph, para, size=size)


def _new_section(document: DocxDocument, element: NewSection) -> float:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if element.landscape else WD_ORIENT.PORTRAIT
    sides = (Cm(29.7), Cm(21)) if element.landscape else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = sides
    section.left_margin = section.right_margin = Cm(2)
    return _LANDSCAPE_CM if element.landscape else _PORTRAIT_CM


def _grid(document: DocxDocument, grid: Grid, width: float) -> None:
    table = document.add_table(rows=grid.row_count, cols=len(grid.widths))
    table.style = "Table Grid"
    table.autofit = False
    positions = [[table.cell(row, column) for column in range(len(grid.widths))] for row in range(grid.row_count)]
    # LibreOffice goes by the grid, Word by the cells.
    for column, share in enumerate(grid.widths):
        table.columns[column].width = Cm(width * share / sum(grid.widths))
    for line in positions:
        for cell, share in zip(line, grid.widths, strict=True):
            cell.width = Cm(width * share / sum(grid.widths))
    for spec in grid.cells:
        cell = positions[spec.row][spec.column]
        if spec.row_span > 1 or spec.column_span > 1:
            cell = cell.merge(positions[spec.row + spec.row_span - 1][spec.column + spec.column_span - 1])
        centered = spec.row < grid.header_rows or (spec.column == 0 and spec.column_span == 1)
        paras = tuple(Para(line, bold=spec.bold, centered=centered) for line in spec.text.split("\n"))
        _fill_cell(cell, paras, 11)
    for row in table.rows[: grid.header_rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _with_fixed_times(data: bytes) -> bytes:
    """The same archive with one date on every member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, date_time=(2026, 1, 5, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(member))
    return buffer.getvalue()
