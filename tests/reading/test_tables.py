"""Header rows repeated by page breaks, rows cut by them."""

from __future__ import annotations

from pipelines.reading.document import Cell, Paragraph, Place, Table
from pipelines.reading.tables import fold_repeated_header, join_repeated_tables


def table(*rows: list[str], header: int = 0) -> Table:
    cells = tuple(
        Cell(text, i, j, paragraphs=(text,) if text else ()) for i, row in enumerate(rows) for j, text in enumerate(row)
    )
    return Table(cells, len(rows), len(rows[0]), header)


def rows(found: Table) -> list[list[str]]:
    return [[cell.text for cell in line] for line in found.grid()]


HEAD = ["TT", "Việc", "Đơn vị"]


def test_repeated_headers_inside_a_table_go() -> None:
    folded = fold_repeated_header(table(HEAD, ["1", "a", "b"], HEAD, ["2", "c", "d"], HEAD, ["3", "e", "f"]))
    assert rows(folded) == [HEAD, ["1", "a", "b"], ["2", "c", "d"], ["3", "e", "f"]]
    assert folded.header_row_count == 1


def test_a_cut_row_is_joined_cell_by_cell() -> None:
    folded = fold_repeated_header(table(HEAD, ["1", "Trồng", "Phòng"], HEAD, ["", "cây", ""], ["", "Sub", "X"]))
    assert rows(folded) == [HEAD, ["1", "Trồng cây", "Phòng"], ["", "Sub", "X"]]
    assert folded.cells[4].paragraphs == ("Trồng cây",)


def test_a_row_without_a_number_that_starts_afresh_is_not_joined() -> None:
    folded = fold_repeated_header(table(HEAD, ["1", "Trồng cây.", "A"], HEAD, ["", "Dọn rác", "B"]))
    assert len(folded.grid()) == 3


def test_tables_are_joined_only_under_the_same_header() -> None:
    first, second = table(HEAD, ["1", "a", "b"]), table(HEAD, ["2", "c", "d"])
    assert len(join_repeated_tables([first, second])) == 1
    assert len(join_repeated_tables([first, table(["TT", "Chỉ tiêu", "Đơn vị"], ["1", "x", "y"])])) == 2
    assert len(join_repeated_tables([first, Paragraph("Phụ lục II", Place()), second])) == 3
    assert len(join_repeated_tables([first, table(["2", "c", "d"])])) == 2


def test_a_blank_first_row_is_no_header() -> None:
    blank = table(["", "", ""], ["", "", ""], ["1", "a", "b"])
    assert fold_repeated_header(blank) == blank
