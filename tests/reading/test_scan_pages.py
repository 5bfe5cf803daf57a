"""Pages that are images, from our own fixtures worn as a scanner or a telephone wears them, against their text form."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest

cv2 = pytest.importorskip("cv2", reason="the extra `scan` (opencv, tesserocr) is not installed")
pytest.importorskip("tesserocr", reason="the extra `scan` (opencv, tesserocr) is not installed")

from pipelines.reading.document import Cell, Document, UnreadableDocumentError  # noqa: E402
from pipelines.reading.pdf import read_pdf  # noqa: E402
from pipelines.reading.scan.image import evenly_lit, skew, turn, without_colours  # noqa: E402
from pipelines.reading.scan.model import model_file  # noqa: E402
from pipelines.reading.scan.strokes import StrokeMeter  # noqa: E402
from pipelines.text.normalise import fold  # noqa: E402
from tests.corpus.scan import Wear, to_scan  # noqa: E402

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"
WEAR = Wear(dpi=200, skew=1.5, stamp=False, colour=False)

needs_model = pytest.mark.skipif(
    model_file() is None, reason="tesseract's Vietnamese model (tesseract-ocr-vie) is not installed"
)


def scanned(name: str, tmp_path: Path, wear: Wear, pages: range | None = None) -> Document:
    path = tmp_path / name
    to_scan(FIXTURES / name, path, seed=7, wear=wear, pages=pages)
    return read_pdf(path.read_bytes())


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


@pytest.fixture(scope="module")
def annex(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return scanned("annex.pdf", tmp_path_factory.mktemp("scan"), WEAR, pages=range(2))


@needs_model
def test_a_scanned_table_has_the_cells_of_the_printed_one(annex: Document) -> None:
    printed = _cells(read_pdf((FIXTURES / "annex.pdf").read_bytes()))
    read = [(cell.column, fold(cell.text)) for cell in _cells(annex) if len(cell.text) > 3]
    known = {(cell.column, fold(cell.text)) for cell in printed}
    right = sum(cell in known for cell in read)
    assert len(read) > 40
    assert right >= 0.93 * len(read)


@needs_model
def test_a_row_cut_by_the_page_break_is_one_row(annex: Document) -> None:
    longest = max(_cells(annex), key=lambda cell: (len(cell.places), len(cell.text)))
    assert [place.page for place in longest.places] == [1, 2]
    assert longest.text.startswith("Hướng dẫn bà con") and longest.text.endswith("các thôn")


@needs_model
def test_recognised_text_says_so(annex: Document) -> None:
    assert annex.recognised_pages == (1, 2)
    sure = [cell.confidence for cell in _cells(annex) if cell.text]
    assert all(0 < confidence < 1 for confidence in sure)
    assert sum(sure) / len(sure) > 0.9
    assert annex.notes[0].kind == "low_confidence"
    assert annex.notes[0].message.startswith("Trang 1-2 là bản quét")


@needs_model
@pytest.mark.parametrize("quarter_turns", [1, 2])
def test_pages_that_lie_sideways_or_upside_down(quarter_turns: int, tmp_path: Path) -> None:
    wear = replace(WEAR, dpi=150, skew=0.5, quarter_turns=quarter_turns)
    read = scanned("letter.pdf", tmp_path, wear, pages=range(1))
    printed = read_pdf((FIXTURES / "letter.pdf").read_bytes())
    wanted = [p.text for p in printed.paragraphs() if p.place.page == 1 and len(p.text) > 60]
    found = [p.text for p in read.paragraphs()]
    assert wanted
    near = [max(likeness(text, other) for other in found) for text in wanted]
    assert sum(near) / len(near) > 0.85


@needs_model
def test_a_page_with_nothing_to_recognise(tmp_path: Path) -> None:
    blank = np.full((1100, 800, 3), 250, np.uint8)
    from PIL import Image

    Image.fromarray(blank).save(tmp_path / "blank.pdf", resolution=100)
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf((tmp_path / "blank.pdf").read_bytes())
    assert caught.value.code == "scanned_pdf"


def test_without_an_engine_the_reason_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.reading.scan.engine.find_spec", lambda name: None)
    with pytest.raises(UnreadableDocumentError) as caught:
        scanned("letter.pdf", tmp_path, replace(WEAR, dpi=72), pages=range(1))
    assert caught.value.code == "ocr_missing"
    assert "pip install 'cchc-pipelines[scan]'" in caught.value.reason


def test_without_the_model_the_reason_names_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.reading.scan.engine.model_file", lambda: None)
    with pytest.raises(UnreadableDocumentError, match="tesseract-ocr-vie"):
        scanned("letter.pdf", tmp_path, replace(WEAR, dpi=72), pages=range(1))


@pytest.mark.parametrize("angle", [-2.5, -0.4, 0.0, 1.2, 3.0])
def test_skew_is_measured(angle: float) -> None:
    page = np.full((1400, 1000), 255, np.uint8)
    for y in range(100, 1300, 40):
        cv2.line(page, (100, y), (900, y), 0, 12)
    assert skew(turn(page, angle)) == pytest.approx(-angle, abs=0.11)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_strokes_of_a_roman_numeral_are_counted(count: int) -> None:
    page = np.full((60, 200), 255, np.uint8)
    for stroke in range(count):
        cv2.rectangle(page, (20 + 14 * stroke, 10), (24 + 14 * stroke, 45), 0, -1)
    meter, box = StrokeMeter(page), (15, 5, 80, 50)
    assert meter.roman("HI.", box) == "I" * count + "."
    assert meter.roman("11.", box) == "11."
    assert meter.roman("Họp", box) == "Họp"


def test_a_stamp_fades_and_the_text_under_it_stays() -> None:
    page = np.full((200, 300, 3), 245, np.uint8)
    cv2.rectangle(page, (20, 60), (280, 80), (20, 20, 20), -1)
    cv2.rectangle(page, (20, 110), (280, 130), (20, 20, 20), -1)
    cv2.circle(page, (150, 95), 60, (210, 40, 50), 4)
    cv2.rectangle(page, (20, 60), (280, 80), (20, 20, 20), -1)
    grey = without_colours(page)
    assert grey[34:38, 148:152].min() > 200
    assert grey[62:78, 30:270].max() < 120


def test_a_page_printed_in_colour_stays() -> None:
    page = np.full((200, 300, 3), 245, np.uint8)
    cv2.rectangle(page, (20, 60), (280, 80), (20, 30, 150), -1)
    assert without_colours(page)[62:78, 30:270].max() < 120


def _cells(document: Document) -> list[Cell]:
    return [cell for table in document.tables() for cell in table.cells]


def test_a_shadow_over_the_page_is_lifted() -> None:
    shadow = np.tile(np.linspace(250, 130, 1200).astype(np.uint8), (800, 1))
    shadow[300:312, 100:1100:40] //= 4
    lit = evenly_lit(shadow)
    assert lit[:250].min() > 240
    assert lit[300:312, 1060].max() < 110
