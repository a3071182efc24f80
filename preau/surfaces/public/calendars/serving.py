"""How a calendar feed is answered: telephones come back for it, day after day."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

KEPT = 15 * 60
"""Seconds during which the same answer may be given again."""


def feed_response(request: HttpRequest, feed: bytes, filename: str) -> HttpResponse:
    """304 for a telephone that has it already. ``filename`` names the file of whoever saves it."""
    tag = f'"{hashlib.sha256(feed).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:  # weak once compressed
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(feed, content_type="text/calendar; charset=utf-8")
        response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = f"public, max-age={KEPT}"
    return response


def stamp() -> datetime:
    """The instant written in the feeds of a day: its beginning, so that nothing new is the same file."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def subscription(request: HttpRequest, address: str) -> str:
    """The address that opens the calendar of a telephone on « subscribe »."""
    return f"webcal://{request.get_host()}{address}"
