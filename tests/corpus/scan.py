"""Plans as a scanner or a telephone gives them: each page of a PDF an image, worn as seed and wear tell."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image as Pillow

Pixels = NDArray[np.uint8]
_STAMP = (205, 40, 50)
_PEN = (40, 45, 140)


@dataclass(frozen=True, slots=True)
class Wear:
    """`skew` degrees at most, `noise` grey levels (standard deviation), `blur` pixels at 300 dpi, JPEG `quality`.

    `shadow` darkens one side by this share; `stamp` puts a seal and a signature over the text of the last pages;
    `gaps` is the share of the page's rows and columns of pixels that are lost.
    """

    dpi: int = 200
    skew: float = 1.0
    noise: float = 8.0
    blur: float = 0.8
    quality: int = 60
    shadow: float = 0.0
    stamp: bool = True
    gaps: float = 0.0
    colour: bool = True
    quarter_turns: int = 0


def to_scan(pdf: Path, out: Path, seed: int, wear: Wear, pages: range | None = None) -> None:
    """Write `pdf` as a PDF of images."""
    random = np.random.default_rng(seed)
    source = pypdfium2.PdfDocument(pdf)
    images = []
    for number in pages or range(len(source)):
        page = source[number].render(scale=wear.dpi / 72, rev_byteorder=True).to_numpy()[..., :3]
        is_last = number >= len(source) - 2
        images.append(_jpeg(_worn(np.ascontiguousarray(page), random, wear, wear.stamp and is_last), wear))
    images[0].save(out, save_all=True, append_images=images[1:], resolution=wear.dpi, quality=wear.quality)


def _worn(page: Pixels, random: np.random.Generator, wear: Wear, stamped: bool) -> Pixels:
    height, width = page.shape[:2]
    if stamped:
        _stamp(page, random, wear.dpi)
    if wear.gaps:
        for size, axis in ((height, 0), (width, 1)):
            lost = random.choice(size, int(size * wear.gaps), replace=False)
            np.swapaxes(page, 0, axis)[lost] = 255
    angle = float(random.uniform(-wear.skew, wear.skew))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    page = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(250, 250, 248))
    if wear.blur:
        page = cv2.GaussianBlur(page, (0, 0), wear.blur * wear.dpi / 300)
    grain = random.normal(0, wear.noise, page.shape[:2])[..., None]
    light = 1 - wear.shadow * np.linspace(0, 1, width)[None, :, None] ** 2
    worn = (page * light * 0.97 + grain).clip(0, 255).astype(np.uint8)
    return np.rot90(worn, wear.quarter_turns)


def _stamp(page: Pixels, random: np.random.Generator, dpi: int) -> None:
    """A round seal and a signature through the right half of the page, half transparent as ink is."""
    height, width = page.shape[:2]
    ink = page.copy()
    x, y = int(width * random.uniform(0.5, 0.75)), int(height * random.uniform(0.3, 0.8))
    radius, line = int(0.7 * dpi), max(2, dpi // 60)
    cv2.circle(ink, (x, y), radius, _STAMP, line)
    cv2.circle(ink, (x, y), int(radius * 0.7), _STAMP, line // 2 + 1)
    cv2.putText(ink, "* UBND XA *", (x - radius // 2, y), cv2.FONT_HERSHEY_DUPLEX, dpi / 250, _STAMP, line // 2 + 1)
    points = np.cumsum(random.normal((6, 0), (dpi / 20, dpi / 8), (12, 2)), axis=0) + np.array((x, y + radius // 2))
    cv2.polylines(ink, [points.astype(np.int32)], False, _PEN, max(2, dpi // 80), cv2.LINE_AA)
    page[:] = np.minimum(page, ink)


def _jpeg(page: Pixels, wear: Wear) -> Pillow.Image:
    image = Pillow.fromarray(page) if wear.colour else Pillow.fromarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=wear.quality)
    return Pillow.open(data)
