"""Where the Vietnamese model of tesseract lies."""

from __future__ import annotations

import os
from pathlib import Path

MODEL = "vie"
_FOLDERS = (
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tesseract-ocr/4.00/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)


def model_file() -> Path | None:
    """The model in the folder that TESSDATA_PREFIX names, or where packages put it; None where it is not installed."""
    named = (Path(path) for path in os.environ.get("TESSDATA_PREFIX", "").split(os.pathsep) if path)
    files = (folder / f"{MODEL}.traineddata" for folder in (*named, *_FOLDERS))
    return next((file for file in files if file.is_file()), None)
