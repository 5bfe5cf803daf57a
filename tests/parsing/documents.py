"""Small documents for the parsers' tests, written as lines."""

from __future__ import annotations

from pipelines.reading.document import Block, Cell, Document, Paragraph, Place, Table

LETTERHEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ SUỐI TRAI",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 17/KH-UBND",
    "Suối Trai, ngày 09 tháng 01 năm 2026",
)
SIGNATURE = ("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh")


def paragraphs(*lines: str) -> list[Block]:
    """One paragraph a line, numbered by `place.line`; '**...**' is bold."""
    return [
        Paragraph(
            text=text.strip("*") if text.startswith("**") else text,
            place=Place(line=number),
            bold=text.startswith("**") or None,
        )
        for number, text in enumerate(lines, start=1)
    ]


def table(*rows: tuple[str, ...], header_rows: int = 0) -> Table:
    cells = [
        Cell(text, i, j, paragraphs=tuple(text.split("\n")) if text else ())
        for i, row in enumerate(rows)
        for j, text in enumerate(row)
    ]
    return Table(tuple(cells), len(rows), len(rows[0]), header_rows)


def document(*blocks: str | Block) -> Document:
    made: list[Block] = []
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, str):
            (paragraph,) = paragraphs(block)
            made.append(Paragraph(paragraph.text, Place(line=number), bold=paragraph.bold))  # type: ignore[union-attr]
        else:
            made.append(block)
    return Document("docx", tuple(made))
