"""How fast text PDFs are read, beside pdfplumber on the same pages: `python -m benchmarks.reading_speed [DIR]`.

Both readers run in one process on one core, by turns; the first turn of each warms it up and does not count. Time
is the processor time of the process, so that other work on the machine does not change the figures.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.pdf import read_pdf

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDERS = (REPOSITORY.parent / "shared" / "plans" / "pdf", REPOSITORY / "raw")
REPEATS = 5


def read_with_pdfplumber(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def readable_files(folder: Path) -> list[tuple[bytes, int]]:
    """Bytes and page count of each PDF that has text."""
    files = []
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            files.append((data, read_pdf(data).page_count or 0))
        except UnreadableDocumentError as error:
            print(f"left out: {path.name} ({error.code})")
    return files


def pages_per_second(read: Callable[[bytes], object], files: list[tuple[bytes, int]]) -> float:
    start = time.process_time()
    for data, _ in files:
        read(data)
    return sum(pages for _, pages in files) / (time.process_time() - start)


def spread(figures: list[float]) -> str:
    return f"{min(figures):8.1f} {statistics.median(figures):8.1f} {max(figures):8.1f}"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else next((f for f in FOLDERS if f.is_dir()), FOLDERS[-1])
    files = readable_files(folder)
    if not files:
        sys.exit(f"no readable PDF in {folder}")
    theirs: list[float] = []
    ours: list[float] = []
    for repeat in range(REPEATS + 1):
        slow, fast = pages_per_second(read_with_pdfplumber, files), pages_per_second(read_pdf, files)
        if repeat:
            theirs.append(slow)
            ours.append(fast)
    print(f"{len(files)} files, {sum(pages for _, pages in files)} pages, {REPEATS} repeats, one core")
    print(f"{'pages/s':40} {'min':>8} {'median':>8} {'max':>8}")
    print(f"{'pdfplumber extract_text + extract_tables':40} {spread(theirs)}")
    print(f"{'read_pdf':40} {spread(ours)}")
    print(f"{'ratio':40} {spread([fast / slow for fast, slow in zip(ours, theirs, strict=True)])}")


if __name__ == "__main__":
    main()
