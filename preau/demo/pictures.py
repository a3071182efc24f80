"""Two pictures of the town drawn by code: nobody's photograph, and nobody on it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

SIZE = (1280, 720)
_INK, _PAPER, _SUN = "#1b2340", "#fbf7ef", "#f1ca66"


def ground_under_the_bridge() -> bytes:
    """A bridge, its arches, a painted court and two baskets."""
    image, draw = _sheet("#dfecf8")
    draw.rectangle((0, 430, 1280, 720), fill="#a8341a")
    draw.rectangle((0, 120, 1280, 210), fill="#4d4a5e")
    for left in (-60, 400, 860):
        draw.pieslice((left, 190, left + 440, 640), 180, 360, fill="#dfecf8")
    for pillar in (360, 820):
        draw.rectangle((pillar, 200, pillar + 60, 440), fill="#4d4a5e")
    draw.ellipse((490, 500, 790, 660), outline=_PAPER, width=10)
    draw.line((640, 430, 640, 720), fill=_PAPER, width=10)
    for side, turned in ((120, 1), (1160, -1)):
        draw.line((side, 610, side, 330), fill=_INK, width=14)
        draw.rectangle(sorted_box(side, 290, side + 110 * turned, 370), fill=_PAPER, outline=_INK, width=6)
        draw.ellipse(sorted_box(side + 40 * turned, 360, side + 100 * turned, 384), outline=_SUN, width=7)
    draw.ellipse((690, 610, 740, 660), fill=_SUN, outline=_INK, width=4)
    return _written(image)


def library_by_the_river() -> bytes:
    """A long low house with a ramp, lit windows, and the river before it."""
    image, draw = _sheet("#fae2ec")
    draw.ellipse((980, 80, 1120, 220), fill=_SUN)
    draw.polygon(((180, 280), (640, 150), (1100, 280)), fill="#8f2358")
    draw.rectangle((220, 280, 1060, 520), fill=_PAPER, outline=_INK, width=6)
    for left in range(260, 1000, 120):
        if left != 620:
            draw.rectangle((left, 320, left + 70, 420), fill=_SUN, outline=_INK, width=5)
    draw.rectangle((600, 340, 690, 520), fill="#08605f", outline=_INK, width=5)
    draw.polygon(((690, 520), (960, 560), (540, 560), (600, 520)), fill="#b9af9c")
    draw.line((690, 470, 950, 515), fill=_INK, width=6)
    draw.rectangle((0, 560, 1280, 600), fill="#b9af9c")
    draw.rectangle((0, 600, 1280, 720), fill="#1b5a94")
    for row, left in enumerate((80, 380, 760, 1010)):
        draw.arc((left, 630 + 15 * (row % 2), left + 140, 670), 200, 340, fill="#dfecf8", width=6)
    return _written(image)


def sorted_box(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """The same box from its upper left corner, whichever way it was drawn."""
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _sheet(sky: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", SIZE, sky)
    return image, ImageDraw.Draw(image)


def _written(image: Image.Image) -> bytes:
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
