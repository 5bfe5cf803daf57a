"""Rewrites the sample files of raw/: `python -m tests.samples.build_samples [--pdf]`.

Word, HTML, Markdown and text files come out with the same bytes every time. PDFs depend on the installed LibreOffice and
its fonts: they are committed, and rebuilt only with --pdf.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.samples.composition import compose
from tests.samples.other_documents import INVITATION
from tests.samples.plans import PLANS
from tests.samples.samples import Sample
from tests.samples.typeset_docx import to_docx
from tests.samples.typeset_text import to_html, to_markdown, to_text

RAW = Path(__file__).resolve().parents[2] / "raw"
TRUNCATED = "dong-thap/xa-thap-muoi/ke-hoach-2026-tai-do-dang.pdf"
INVITATION_PATH = "dong-thap/xa-thap-muoi/giay-moi-hop-cchc.docx"


def build(raw: Path, with_pdf: bool) -> None:
    for sample in PLANS:
        target = raw / sample.path
        if target.suffix == ".pdf" and not with_pdf:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_typeset(sample))
    target = raw / INVITATION_PATH
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(to_docx(INVITATION))
    if with_pdf:
        whole = next(raw / sample.path for sample in PLANS if sample.path.endswith("KH-CCHC-2026.pdf")).read_bytes()
        (raw / TRUNCATED).write_bytes(whole[: len(whole) // 3])


def _typeset(sample: Sample) -> bytes:
    elements = compose(sample)
    suffix = Path(sample.path).suffix
    if suffix == ".html":
        return to_html(elements, sample.title[0])
    if suffix == ".md":
        return to_markdown(elements)
    if suffix == ".txt":
        return to_text(elements)
    data = to_docx(elements)
    return _as_pdf(data) if suffix == ".pdf" else data


def _as_pdf(data: bytes) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is needed to rebuild the PDF samples")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return source.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    build(RAW, with_pdf="--pdf" in sys.argv[1:])
