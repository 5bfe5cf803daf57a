"""Tesseract with its Vietnamese model: whether it is there, and text recognised in a region of a page image.

Both are optional: `pip install 'cchc-pipelines[scan]'` brings the engine, Debian's `tesseract-ocr-vie` the model.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.scan import INSTALL_ENGINE, INSTALL_MODEL
from pipelines.reading.scan.model import MODEL, model_file

Image = NDArray[np.uint8]
# Processes work beside each other already; threads of one page's recognition would only get in their way.
THREADS = {"OMP_THREAD_LIMIT": "1"}


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word, in pixels of the image it was recognised in.

    `line` numbers the lines of one region; 0 <= `confidence` <= 1.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: int
    confidence: float


def sureness(words: list[RecognisedWord]) -> float:
    """Mean confidence of the letters, 0 where there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def as_image(pixels: Any) -> Image:
    return np.asarray(pixels, dtype=np.uint8)


def require_engine() -> Path:
    """The folder of the Vietnamese model. Raises UnreadableDocumentError 'ocr_missing' with the command to run."""
    missing = [name for name in ("tesserocr", "cv2") if find_spec(name) is None]
    if missing:
        raise _missing("bộ nhận dạng chữ", INSTALL_ENGINE)
    model = model_file()
    if model is None:
        raise _missing("dữ liệu nhận dạng tiếng Việt", INSTALL_MODEL)
    return model.parent


def _missing(what: str, command: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "ocr_missing",
        f"Tệp là bản quét, cần {what} để đọc. Cài bằng lệnh: {command} rồi chạy lại, "
        "hoặc đề nghị đơn vị gửi tệp gốc .docx hay PDF có lớp chữ.",
    )


class Recogniser:
    """One loaded engine. Make it with `recogniser()`."""

    def __init__(self, api: Any, modes: Any) -> None:
        self._api, self._modes = api, modes

    def block(self, image: Image) -> list[RecognisedWord]:
        """Words of a region that holds one block of text, such as a table cell with a white margin around it."""
        return self._words(image, self._modes.SINGLE_BLOCK)

    def line(self, image: Image) -> list[RecognisedWord]:
        """Words of a region that holds one line."""
        return self._words(image, self._modes.SINGLE_LINE)

    def column(self, image: Image) -> list[RecognisedWord]:
        """Words of a page whose lines run across it, of any size."""
        return self._words(image, self._modes.SINGLE_COLUMN)

    def _words(self, image: Image, mode: int) -> list[RecognisedWord]:
        import tesserocr
        from PIL import Image as Pillow

        self._api.SetPageSegMode(mode)
        self._api.SetImage(Pillow.fromarray(image))
        self._api.Recognize()
        words: list[RecognisedWord] = []
        line = 0
        for item in tesserocr.iterate_level(self._api.GetIterator(), tesserocr.RIL.WORD):
            if item.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
                line += 1
            if item.Empty(tesserocr.RIL.WORD):
                continue
            box, text = item.BoundingBox(tesserocr.RIL.WORD), item.GetUTF8Text(tesserocr.RIL.WORD).strip()
            if box and text:
                left, top, right, bottom = box
                sure = item.Confidence(tesserocr.RIL.WORD) / 100
                words.append(RecognisedWord(text, left, top, right, bottom, line, sure))
        return words


@contextmanager
def recogniser() -> Iterator[Recogniser]:
    """Loads the engine (about 0.2 s). Raises UnreadableDocumentError 'ocr_missing'."""
    folder = require_engine()
    os.environ.update(THREADS)
    import tesserocr

    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    with tesserocr.PyTessBaseAPI(path=str(folder), lang=MODEL) as api:
        api.SetVariable("debug_file", os.devnull)
        yield Recogniser(api, tesserocr.PSM)
