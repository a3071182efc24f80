"""Icons as inline SVG, from the heroicons package. An icon always stands beside a word, so it says nothing aloud."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from django.utils.safestring import SafeString, mark_safe
from heroicons import IconDoesNotExist

_SIZED = ' width="24" height="24" class="icon" focusable="false"'


@cache
def icon(name: str) -> SafeString:
    """The outline icon of that name, 24 × 24; its size on the page comes from the style sheet."""
    try:
        drawing = _drawings().read(f"outline/{name}.svg").decode().strip()
    except KeyError as unknown:
        raise IconDoesNotExist(name) from unknown
    head, rest = drawing.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1).split(">", 1)
    return mark_safe(f"{head}{_SIZED}>{rest}")  # noqa: S308  the package's own drawing


@cache
def _drawings() -> ZipFile:
    """Opened once: the list of its thirteen hundred names is read for all icons, not for each of them."""
    return ZipFile(BytesIO((files("heroicons") / "heroicons.zip").read_bytes()))
