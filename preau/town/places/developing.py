"""A photo made fit to be shown: turned upright, without what the camera wrote (place, day, device), in two widths."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

SMALL, LARGE = 480, 1280
"""Widths in pixels: a phone and a card, a desk."""
MOST_PIXELS = 60_000_000
LEAST_WIDTH = 320
QUALITY = 82


class PhotoRefused(Exception):
    """``str(error)`` is the French sentence said to the person who sent it."""


@dataclass(frozen=True, slots=True)
class Developed:
    """JPEG bytes; ``width`` and ``height`` are those of the large one."""

    small: bytes
    large: bytes
    width: int
    height: int


def developed(data: bytes) -> Developed:
    """Raises PhotoRefused."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise PhotoRefused(_("Cette photo est trop grande. Réduisez-la à 6 000 pixels de large."))
            upright = _flat(ImageOps.exif_transpose(sent))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PhotoRefused(_("Cette photo ne peut pas être lue. Envoyez un fichier JPEG ou PNG.")) from error
    if upright.width < LEAST_WIDTH:
        raise PhotoRefused(_("Cette photo est trop petite : il en faut une d’au moins 320 pixels de large."))
    large = _reduced(upright, LARGE)
    return Developed(_jpeg(_reduced(upright, SMALL)), _jpeg(large), large.width, large.height)


def _flat(image: Image.Image) -> Image.Image:
    """Three colours, no transparency: what was transparent is paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("RGB")


def _reduced(image: Image.Image, width: int) -> Image.Image:
    """Never enlarged; a tall photo is not taller than twice its width."""
    copy = image.copy()
    copy.thumbnail((width, width * 2), Image.Resampling.LANCZOS)
    return copy


def _jpeg(image: Image.Image) -> bytes:
    """From the pixels alone: nothing of what the camera wrote beside them is copied."""
    written = BytesIO()
    bare = Image.frombytes("RGB", image.size, image.tobytes())
    bare.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()
