"""Letters drawn from another font into the gaps of a line, and text that is printed twice."""

from __future__ import annotations

from pipelines.reading.pdf.columns import Column
from pipelines.reading.pdf.lines import Line, build_lines
from pipelines.reading.pdf.paragraphs import starts_paragraph
from pipelines.reading.pdf.runs import Run, Word


def run(*words: tuple[str, float, float], after_space: bool = False) -> Run:
    return Run([Word(*word) for word in words], baseline=100.0, size=10.0, after_space=after_space)


def test_letters_of_another_font_go_where_they_are_printed() -> None:
    main = run(("XÃ", 0, 10), ("L", 13, 18), ("C", 27, 33), ("S", 36, 41), ("N", 50, 56))
    other = run(("Ộ", 18, 27), ("Ơ", 41, 50))
    assert [line.text for line in build_lines([main, other], page=1)] == ["XÃ LỘC SƠN"]


def test_a_letter_whose_horn_reaches_over_the_next_sign_is_woven() -> None:
    main = run(("T", 0, 6), (",", 13.5, 16), ("S", 19, 24))
    other = run(("Ử", 6, 15.8), ("Ố", 24, 32))
    assert [line.text for line in build_lines([main, other], page=1)] == ["TỬ, SỐ"]


def test_a_space_narrowed_by_a_wide_letter_stays_one() -> None:
    main = run(("CH", 0, 12), ("C", 21, 27), ("X", 29, 36))
    other = run(("Ứ", 12, 20.5))
    assert [line.text for line in build_lines([main, other], page=1)] == ["CHỨC X"]


def test_letters_that_touch_make_a_word_though_the_content_has_a_space() -> None:
    pieces = [run(("Tr", 0, 9)), run(("ướ", 9, 22), after_space=True), run(("c", 21.8, 26), ("ngày", 29, 50))]
    assert [line.text for line in build_lines(pieces, page=1)] == ["Trước ngày"]


def test_words_printed_over_one_another_are_not_woven() -> None:
    twice = [run(("KẾ", 0, 12), ("HOẠCH", 15, 45)), run(("KẾ", 0.3, 12.3), ("HOẠCH", 15.3, 45.3))]
    assert "KKẾẾ" not in build_lines(twice, page=1)[0].text.replace(" ", "")


def test_text_that_hangs_under_its_bullet_goes_on() -> None:
    def line(baseline: float, *words: tuple[str, float, float]) -> Line:
        return build_lines([Run([Word(*word) for word in words], baseline, 10.0)], page=1)[0]

    item = line(100.0, ("-", 50, 54), ("Rà", 68, 80), ("soát", 84, 500))
    below = line(113.0, ("thủ", 68, 90), ("tục", 93, 110))
    indented = line(113.0, ("Thời", 86, 110), ("gian", 113, 130))
    column = Column([item, below], 50.0, 500.0)
    assert not starts_paragraph(item, below, column, column, pitch=1.3)
    assert starts_paragraph(item, indented, column, column, pitch=1.3)
