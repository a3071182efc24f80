"""The poster of the gate as a tagged PDF, A4: a name, a QR code, its address in letters for those without a camera."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from preau.foundation.design.typography import display
from preau.foundation.pdf import typeset
from preau.foundation.pdf.codes import qr_svg

from .models import OpenSpace

_TEMPLATE = Path(__file__).with_name("poster.typ")


def write_poster(space: OpenSpace, address: str) -> bytes:
    """PDF/UA-1, in French. ``address`` is the whole address of the page that the code opens."""
    return typeset(_TEMPLATE, poster_data(space, address))


def poster_data(space: OpenSpace, address: str) -> dict[str, Any]:
    return {
        "name": space.site.name,
        "town": space.site.commune.name,
        "address": spoken(address),
        "code": qr_svg(address),
        "sports": ", ".join(space.sport_labels),
        "rules": display(space.rules),
        "referent": display(space.referent),
        "equipment": display(space.equipment),
    }


def spoken(address: str) -> str:
    """What people type: without ``https://`` nor the last bar."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")
