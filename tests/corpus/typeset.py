"""Typesets plan elements as DOCX (python-docx), and DOCX files as PDF (LibreOffice)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from tests.corpus.elements import Para, SectionBreak, TableSpec, TwoColumns, TypesetPlan

LANDSCAPE_WIDTH_CM, PORTRAIT_WIDTH_CM = 25.2, 16.5


def to_docx(plan: TypesetPlan, path: Path) -> None:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Cm(2.8),
        Cm(1.7),
        Cm(2),
        Cm(2),
    )
    width = PORTRAIT_WIDTH_CM
    for element in plan.elements:
        if isinstance(element, Para):
            _paragraph(document, element)
        elif isinstance(element, TwoColumns):
            _two_columns(document, element)
        elif isinstance(element, SectionBreak):
            width = _section(document, element.landscape)
        else:
            _table(document, element, width)
    document.save(str(path))


def _paragraph(document: DocxDocument, para: Para) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(para.text)
    run.bold, run.italic = para.bold or None, para.italic or None
    if para.center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.0)


def _two_columns(document: DocxDocument, element: TwoColumns) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, lines, centered in zip(
        table.rows[0].cells, (element.left, element.right), (element.left[0] != "Nơi nhận:", True), strict=True
    ):
        for position, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
            run = paragraph.add_run(line)
            run.font.size = Pt(12)
            run.bold = line.isupper() or None
            if centered:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _section(document: DocxDocument, landscape: bool) -> float:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    return LANDSCAPE_WIDTH_CM if landscape else PORTRAIT_WIDTH_CM


def _table(document: DocxDocument, spec: TableSpec, width_cm: float) -> None:
    table = document.add_table(rows=len(spec.rows), cols=len(spec.column_widths))
    if spec.ruled:
        table.style = "Table Grid"
    table.autofit = False
    total = sum(spec.column_widths)
    widths = [Cm(width_cm * w / total) for w in spec.column_widths]
    for column, column_width in zip(table.columns, widths, strict=True):
        column.width = column_width
    taken: set[tuple[int, int]] = set()
    for row_index, row in enumerate(spec.rows):
        column = 0
        for cell_spec in row:
            while (row_index, column) in taken:
                column += 1
            last_row, last_column = row_index + cell_spec.row_span - 1, column + cell_spec.column_span - 1
            cell = table.cell(row_index, column)
            if (last_row, last_column) != (row_index, column):
                cell = cell.merge(table.cell(last_row, last_column))
            for text_index, part in enumerate(cell_spec.text.split("\n")):
                paragraph = cell.paragraphs[0] if text_index == 0 else cell.add_paragraph()
                run = paragraph.add_run(part)
                run.font.size, run.bold = Pt(11), cell_spec.bold or None
            taken |= {(r, c) for r in range(row_index, last_row + 1) for c in range(column, last_column + 1)}
            column = last_column + 1
        for index, cell_width in enumerate(widths):
            table.rows[row_index].cells[index].width = cell_width
    if spec.repeat_header:
        for row_index in range(spec.header_rows):
            properties = table.rows[row_index]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))


def to_pdf(docx_files: list[Path], out_dir: Path) -> None:
    """Converts in one LibreOffice process. Raises RuntimeError when LibreOffice is missing or leaves a file out."""
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError("LibreOffice (soffice) is needed to typeset PDF files")
    profile = out_dir / ".profile"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{profile.resolve()}", "--headless", "--convert-to", "pdf", "--outdir", str(out_dir), *map(str, docx_files)],
        check=True, capture_output=True,
    )  # fmt: skip
    shutil.rmtree(profile, ignore_errors=True)
    missing = [f.name for f in docx_files if not (out_dir / f"{f.stem}.pdf").exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not convert {', '.join(missing)}")
