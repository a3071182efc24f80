"""Icons as inline SVG, from the heroicons package. An icon always stands beside a word, so it says nothing aloud."""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from heroicons.templatetags.heroicons import heroicon_outline


@cache
def icon(name: str) -> SafeString:
    """The outline icon of that name, 24 × 24; its size on the page comes from the style sheet."""
    attributes = {"class": "icon", "aria-hidden": "true", "focusable": "false"}
    return mark_safe(heroicon_outline(name, size=24, **attributes))  # noqa: S308  the package's own drawing
