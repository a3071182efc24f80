"""Where a suggestion's words stand in a text that may have changed since."""

from __future__ import annotations


def apply_change(text: str, *, old: str, new: str, start: int) -> str | None:
    """The text with ``old`` replaced by ``new``: at ``start``, else at the nearest place where ``old`` stands.

    None when ``old`` is no longer there. An insertion (``old`` empty) whose offset is past the end goes to the end.
    """
    if not old:
        at = min(start, len(text))
        return text[:at] + new + text[at:]
    places = [place for place in range(len(text) - len(old) + 1) if text.startswith(old, place)]
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - start))
    return text[:at] + new + text[at + len(old) :]
