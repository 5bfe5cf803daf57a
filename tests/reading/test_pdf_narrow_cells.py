"""Words broken in cells too narrow for them, and lines that end where a word ends."""

from __future__ import annotations

import pytest

from pipelines.reading.document import Box
from pipelines.reading.pdf.cell_text import cell_paragraphs
from pipelines.reading.pdf.lines import Line
from pipelines.reading.pdf.runs import Word
from pipelines.reading.pdf.table_parts import PartCell, Piece

SIZE, PADDING, LETTER = 10.0, 5.4, 5.0


def printed(text: str, index: int) -> Line:
    """A line of letters 5 points wide; '_' at its end is a printed space."""
    words, x = [], PADDING
    for word in text.rstrip("_").split():
        words.append(Word(word, x, x + LETTER * len(word)))
        x += LETTER * (len(word) + 0.5)
    top = 12.0 * index
    return Line(
        " ".join(word.text for word in words), PADDING, words[-1].x1, top, top + 10, top + 8, SIZE, False, False, words,
        ends_in_space=text.endswith("_"),
    )  # fmt: skip


def read(lines: list[str], letters: float, prints_spaces: bool) -> str:
    """What a cell reads that is so many letters wide."""
    box = Box(0, 0, letters * LETTER + 2 * PADDING, 12.0 * len(lines))
    piece = Piece(1, box, box, [printed(text, index) for index, text in enumerate(lines)])
    return " ".join(cell_paragraphs(PartCell(0, 0, 1, 1, [piece]), prints_spaces))


@pytest.mark.parametrize("prints_spaces", [True, False])
@pytest.mark.parametrize(
    ("lines", "letters", "text"),
    [
        (["S", "T", "T"], 1.8, "STT"),
        (["Số_", "TT"], 2.8, "Số TT"),
        (["S", "ố", "T", "T"], 1.2, "Số TT"),
        (["VI", "I"], 2.8, "VII"),
        (["a", ")"], 1.2, "a)"),
        (["1.", "10"], 2.9, "1.10"),
        (["1", "2"], 1.8, "12"),
        (["Khôn", "g"], 4.8, "Không"),
        (["15_", "triệ", "u_"], 4.6, "15 triệu"),
        (["Ghi", "chú"], 3.4, "Ghi chú"),
        (["CHỦ", "TRÌ"], 3.4, "CHỦ TRÌ"),
        (["HĐND&UB", "ND xã"], 7.6, "HĐND&UBND xã"),
        (["UBND", "HĐND"], 4.4, "UBND HĐND"),
        (["31/10/2026", ", cả năm"], 10.6, "31/10/2026, cả năm"),
        (["Trạm", "Y tế"], 4.4, "Trạm Y tế"),
    ],
)
def test_a_word_is_whole_and_words_stay_apart(lines: list[str], letters: float, text: str, prints_spaces: bool) -> None:
    assert read(lines, letters, prints_spaces) == text


def test_a_hyphen_with_room_behind_it_and_no_space_is_inside_a_name() -> None:
    assert read(["VP HĐND-", "UBND"], 12, prints_spaces=True) == "VP HĐND-UBND"
    assert read(["P. Văn hóa -_", "Xã hội"], 12, prints_spaces=True) == "P. Văn hóa - Xã hội"
