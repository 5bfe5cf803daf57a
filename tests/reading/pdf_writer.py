"""Writes small PDFs by hand, for layouts that no word processor makes on demand. Text is Latin-1, Helvetica."""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595.0, 842.0)


@dataclass
class PdfPage:
    """Content of one page; positions in points from the bottom left, as PDF counts them."""

    size: tuple[float, float] = A4
    rotation: int = 0
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 12, font: str = "F1") -> PdfPage:
        return self.placed_text((1, 0, 0, 1, x, y), text, size, font)

    def placed_text(self, matrix: tuple[float, ...], text: str, size: float = 12, font: str = "F1") -> PdfPage:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        numbers = " ".join(f"{number:g}" for number in matrix)
        self.operators.append(f"BT /{font} {size:g} Tf {numbers} Tm ({escaped}) Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        self.operators.append(f"{x0:g} {y0:g} m {x1:g} {y1:g} l S")
        return self

    def filled(self, x: float, y: float, width: float, height: float) -> PdfPage:
        self.operators.append(f"{x:g} {y:g} {width:g} {height:g} re f")
        return self

    def image(self, x: float, y: float, width: float, height: float) -> PdfPage:
        self.operators.append(f"q {width:g} 0 0 {height:g} {x:g} {y:g} cm /Im1 Do Q")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> PdfPage:
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self


def write_pdf(*pages: PdfPage) -> bytes:
    """F1 Helvetica, F2 Helvetica-Bold, F3 a font that does not say which characters its codes stand for, F4 .VnTimeH."""
    objects: list[bytes] = [b""] * 2
    fonts = []
    for description in (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 "
        b"/LastChar 3 /Widths [600 600 600] /Encoding << /Type /Encoding /Differences [1 /x1 /x2 /x3] >> "
        b"/CharProcs << >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /.VnTimeH /Encoding /WinAnsiEncoding >>",
    ):
        objects.append(description)
        fonts.append(len(objects))
    pixel = b"\xff\xff\xff"
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        b"/Length 3 >>\nstream\n" + pixel + b"\nendstream"
    )
    image = len(objects)
    resources = (
        f"<< /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R /F3 {fonts[2]} 0 R /F4 {fonts[3]} 0 R >> "
        f"/XObject << /Im1 {image} 0 R >> >>"
    )
    kids = []
    for page in pages:
        content = "\n".join(page.operators).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
        width, height = page.size
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}] /Rotate {page.rotation} "
            f"/Resources {resources} /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
