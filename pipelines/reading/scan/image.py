"""A page image made fit for recognition: grey without red stamps, straight, with firm contrast."""

from __future__ import annotations

import numpy as np
import pypdfium2

from pipelines.reading.scan.engine import Image, as_image

# Pixels per inch at which recognition of Vietnamese marks was best (300: 10 % more wrong cells; 500: no gain).
RESOLUTION = 450
_MAX_PIXELS = 60_000_000
_MAX_SKEW = 3.0
_SKEW_WIDTH = 1000
_INK = 160
# Pixels: width at which the paper's brightness is measured, and what is closed over there as ink; how dark paper gets.
_LIGHT_WIDTH, _INK_HEIGHT, _DARKEST_PAPER = 400, 15, 60
# Difference of a pixel's channels from which on it is coloured, part of the ink that may be, and how it fades.
_VIVID, _MOST_DRAWN, _FADE = 60, 0.4, 1.5


def render(page: pypdfium2.PdfPage) -> tuple[Image, float]:
    """The page in grey, and its pixels per point. Pages larger than A3 are rendered at a lower resolution."""
    scale = RESOLUTION / 72
    pixels = page.get_width() * page.get_height() * scale * scale
    if pixels > _MAX_PIXELS:
        scale *= (_MAX_PIXELS / pixels) ** 0.5
    return without_colours(page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3]), scale


def without_colours(colours: Image) -> Image:
    """The page in grey, its red stamps and blue signatures faded into the paper; the black text under them stays.

    `colours` is height x width x 3. Text that is printed in colour stays too: a page has much of it, or no black.
    """
    import cv2

    red, green, blue = cv2.split(np.ascontiguousarray(colours))
    brightest, darkest = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    vivid = cv2.subtract(brightest, darkest)
    ink = darkest < _INK
    drawn = ink & (vivid > _VIVID)
    if 0 < np.count_nonzero(drawn) < _MOST_DRAWN * np.count_nonzero(ink):
        # Compression spreads colour over the pixels around it.
        fade = cv2.blur(np.where(vivid > _VIVID, vivid, 0).astype(np.uint8), (3, 3))
        return as_image(cv2.add(brightest, cv2.convertScaleAbs(fade, alpha=_FADE)))
    return as_image(cv2.cvtColor(np.ascontiguousarray(colours), cv2.COLOR_RGB2GRAY))


def skew(grey: Image) -> float:
    """Degrees to turn the image counter-clockwise so that its lines are level: rows of ink are sharpest then."""
    import cv2

    factor = _SKEW_WIDTH / grey.shape[1]
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = (small < _INK).astype(np.uint8)

    def sharpness(angle: float) -> float:
        profile = turn(ink, angle, paper=0).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-_MAX_SKEW, _MAX_SKEW + 0.01, 0.25), key=sharpness)
    return float(max(np.arange(coarse - 0.25, coarse + 0.26, 0.05), key=sharpness))


def turn(image: Image, angle: float, paper: int = 255) -> Image:
    import cv2

    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return as_image(cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper))


def quarter_turned(image: Image, turns: int) -> Image:
    """Turned clockwise by `turns` right angles."""
    return np.ascontiguousarray(np.rot90(image, -turns))


def evenly_lit(grey: Image) -> Image:
    """The page without its shadows: every part as bright as its own paper is.

    The paper is what is left when a small copy of the page has its ink closed over; it is found at `_LIGHT_WIDTH`.
    """
    import cv2

    factor = _LIGHT_WIDTH / grey.shape[1]
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_INK_HEIGHT, _INK_HEIGHT), np.uint8))
    paper = cv2.resize(cv2.medianBlur(paper, _INK_HEIGHT), grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return as_image(cv2.divide(grey, np.maximum(paper, _DARKEST_PAPER), scale=255))


def firm(grey: Image) -> Image:
    """Paper to white, ink to black, whatever the exposure."""
    import cv2

    paper, ink = np.percentile(grey[::8, ::8], 75), np.percentile(grey[::8, ::8], 1)
    low, high = ink + 0.15 * (paper - ink), paper - 0.06 * (paper - ink)
    stretched = (np.arange(256) - low) * (255 / max(high - low, 1))
    return as_image(cv2.LUT(grey, np.clip(stretched, 0, 255).astype(np.uint8)))
