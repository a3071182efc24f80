"""The filters of the catalogue as OpenAPI says them: one for each word of the public page's address."""

from __future__ import annotations

from typing import Any, get_type_hints

from preau.offer.finding.selection import PARTS, Selection

_TYPES = get_type_hints(Selection)
_SPOKEN = {"price", "near"}
"""``prix=gratuit`` and ``pres=3.057,50.629``: words, although the selection holds numbers."""


def _schema(name: str) -> dict[str, Any]:
    held = _TYPES[name]
    if held == tuple[str, ...]:
        return {"type": "array", "items": {"type": "string"}}
    if name not in _SPOKEN and held in (int, int | None):
        return {"type": "integer"}
    return {"type": "string"}


FILTERS: dict[str, Any] = {
    "parameters": [
        {"name": part.word, "in": "query", "required": False, "schema": _schema(part.name)} for part in PARTS
    ]
}
"""What means nothing here is left out of the question, never an error: a shared address outlives its words."""
