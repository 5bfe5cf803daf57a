"""Elements as a web page, a Markdown file, and text copied out of a web page."""

from __future__ import annotations

from html import escape

from tests.samples.layout import Columns, Element, Grid, GridCell, Para


def to_html(elements: list[Element], title: str) -> bytes:
    body = "\n".join(filter(None, (_html(element) for element in elements)))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    style = (
        "<style>table{border-collapse:collapse}td,th{border:1px solid #444;padding:4px}.khong-vien td{border:0}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="vi">\n<head>{head}{style}</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()


def _html(element: Element) -> str:
    if isinstance(element, Para):
        return _html_para(element)
    if isinstance(element, Columns):
        columns = "".join(f"<td>{''.join(map(_html_para, paras))}</td>" for paras in (element.left, element.right))
        return f'<table class="khong-vien"><tr>{columns}</tr></table>'
    if isinstance(element, Grid):
        return _html_grid(element)
    return "<hr>"


def _html_para(para: Para) -> str:
    text = escape(para.text, quote=False)
    text = f"<strong>{text}</strong>" if para.bold else text
    text = f"<em>{text}</em>" if para.italic else text
    align = ' style="text-align: center"' if para.centered else ""
    return f"<p{align}>{text}</p>" if para.text else ""


def _html_grid(grid: Grid) -> str:
    lines = ["<table>"]
    for row in range(grid.row_count):
        tag = "th" if row < grid.header_rows else "td"
        lines.append("<tr>" + "".join(_html_cell(cell, tag) for cell in _row(grid, row)) + "</tr>")
    return "\n".join([*lines, "</table>"])


def _html_cell(cell: GridCell, tag: str) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    text = "<br>".join(escape(line, quote=False) for line in cell.text.split("\n"))
    return f"<{tag}{spans}>{f'<b>{text}</b>' if cell.bold and tag == 'td' else text}</{tag}>"


def _row(grid: Grid, row: int) -> list[GridCell]:
    return sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)


def to_markdown(elements: list[Element]) -> bytes:
    """Without tables: only plans whose tasks stand in the narrative are kept as Markdown."""
    return ("\n\n".join(filter(None, (_markdown(element) for element in elements))) + "\n").encode()


def _markdown(element: Element) -> str:
    if isinstance(element, Para):
        text = element.text.replace("*", "\\*")
        return f"**{text}**" if element.bold and text else f"*{text}*" if element.italic else text
    if isinstance(element, Columns):
        return "\n\n".join(filter(None, (_markdown(para) for para in (*element.left, *element.right))))
    if isinstance(element, Grid):
        raise ValueError("no sample has a table in Markdown")
    return "---"


def to_text(elements: list[Element]) -> bytes:
    """Paragraphs parted by blank lines, table rows as lines with tabs."""
    return ("\n\n".join(filter(None, (_text(element) for element in elements))) + "\n").encode()


def _text(element: Element) -> str:
    if isinstance(element, Para):
        return element.text
    if isinstance(element, Columns):
        return "\n".join(para.text for para in (*element.left, *element.right) if para.text)
    if isinstance(element, Grid):
        return "\n".join(_text_row(element, row) for row in range(element.row_count))
    return ""


def _text_row(grid: Grid, row: int) -> str:
    cells = _row(grid, row)
    if len(cells) == 1:
        return cells[0].text
    return "\t".join(cell.text.replace("\n", " ") for cell in cells)
