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

Image = NDArray[np.uint8]
MODEL = "vie"
MODEL_DIRS = (
    *(Path(path) for path in os.environ.get("TESSDATA_PREFIX", "").split(os.pathsep) if path),
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tesseract-ocr/4.00/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
    Path("/usr/local/share/tessdata"),
)
INSTALL_ENGINE = "pip install 'cchc-pipelines[scan]'"
INSTALL_MODEL = "sudo apt-get install tesseract-ocr-vie"


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


def model_dir() -> Path | None:
    return next((path for path in MODEL_DIRS if (path / f"{MODEL}.traineddata").is_file()), None)


def require_engine() -> Path:
    """The folder of the Vietnamese model. Raises UnreadableDocumentError 'ocr_missing' with the command to run."""
    missing = [name for name in ("tesserocr", "cv2") if find_spec(name) is None]
    if missing:
        raise _missing("bộ nhận dạng chữ", INSTALL_ENGINE)
    folder = model_dir()
    if folder is None:
        raise _missing("dữ liệu nhận dạng tiếng Việt", INSTALL_MODEL)
    return folder


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
                words.append(RecognisedWord(text, *box, line, item.Confidence(tesserocr.RIL.WORD) / 100))
        return words


@contextmanager
def recogniser() -> Iterator[Recogniser]:
    """Loads the engine (about 0.2 s). Raises UnreadableDocumentError 'ocr_missing'."""
    folder = require_engine()
    import tesserocr

    with tesserocr.PyTessBaseAPI(path=str(folder), lang=MODEL) as api:
        api.SetVariable("debug_file", os.devnull)
        yield Recogniser(api, tesserocr.PSM)
