"""What the reader could not do well, as notes a person can act on."""

from __future__ import annotations

import re

from pipelines.reading.document import Place, ReadingNote
from pipelines.reading.pdf.content import SCAN_SHARE, PageContent
from pipelines.reading.pdf.table_parts import TablePart
from pipelines.reading.scan import INSTALL_ENGINE, INSTALL_MODEL

# Recognised words less sure than this are named, so many at most a page.
_DOUBTFUL = 0.5
_MOST_NAMED = 6
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}|\d")


def reading_notes(contents: list[PageContent], tables: list[TablePart], page_count: int) -> tuple[ReadingNote, ...]:
    notes = _recognised_pages(contents)
    read = {content.number: content for content in contents}
    for number in range(1, page_count + 1):
        content = read.get(number)
        if content is None:
            notes.append(_note("unread_page", f"Trang {number} bị lỗi, không đọc được.", number))
            continue
        if not content.runs and not content.recognised and content.image_share >= SCAN_SHARE:
            notes.append(
                _note(
                    "unread_page",
                    f"Trang {number} là ảnh quét, không có lớp chữ nên không đọc được. Cần cài bộ nhận dạng chữ "
                    f"({INSTALL_ENGINE}; {INSTALL_MODEL}) hoặc đề nghị đơn vị gửi tệp gốc .docx.",
                    number,
                )
            )
        if content.recognised:
            notes += _doubtful_words(content)
        if content.undecoded:
            message = (
                f"Trang {number} có {content.undecoded} ký tự dùng phông chữ không có bảng mã Unicode, không đọc được."
            )
            notes.append(_note("undecoded_text", message, number))
        if content.invisible and 2 * content.invisible > content.glyphs:
            message = (
                f"Trang {number} là bản quét; chữ lấy từ lớp nhận dạng sẵn có trong tệp, cần đối chiếu với bản in."
            )
            notes.append(_note("low_confidence", message, number))
    for table in tables:
        place = table.cells[0].pieces[0]
        if table.repaired:
            message = f"Bảng ở trang {place.page} thiếu đường kẻ, ranh giới một số ô được suy ra."
            notes.append(ReadingNote("repaired_table", message, Place(page=place.page, box=place.shown)))
        for row in table.uncertain_rows:
            cut = next(cell for cell in table.row(row) if len(cell.pieces) > 1)
            message = f"Dòng bảng ở cuối trang {cut.pieces[0].page} được nối với đầu trang sau, cần xem lại."
            notes.append(ReadingNote("cut_cell", message, Place(page=cut.pieces[0].page, box=cut.pieces[0].shown)))
    return tuple(notes)


def _recognised_pages(contents: list[PageContent]) -> list[ReadingNote]:
    pages = [content.number for content in contents if content.recognised and content.runs]
    if not pages:
        return []
    named = f"{pages[0]}-{pages[-1]}" if len(pages) == pages[-1] - pages[0] + 1 > 1 else ", ".join(map(str, pages))
    message = f"Trang {named} là bản quét; chữ do máy nhận dạng từ ảnh, cần đối chiếu với bản gốc."
    return [_note("low_confidence", message, pages[0])]


def _doubtful_words(content: PageContent) -> list[ReadingNote]:
    doubtful = [
        word.text
        for run in content.runs
        for word in run.words
        if word.confidence < _DOUBTFUL and _TWO_LETTERS.search(word.text)
    ]
    if not doubtful:
        return []
    named = ", ".join(f"«{text}»" for text in doubtful[:_MOST_NAMED])
    more = "..." if len(doubtful) > _MOST_NAMED else "."
    message = f"Trang {content.number} có {len(doubtful)} chữ nhận dạng không chắc chắn: {named}{more}"
    return [_note("low_confidence", message, content.number)]


def _note(kind: str, message: str, page: int) -> ReadingNote:
    return ReadingNote(kind, message, Place(page=page))  # type: ignore[arg-type]
