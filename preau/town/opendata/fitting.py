"""A record as the columns of its model can hold it: SQLite would take anything, PostgreSQL would not."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from .line import cleaned, storable
from .models import Register
from .source import LineRefused, Record

_ADDRESSES = frozenset(["website", "link"])
"""A web address that is cut leads nowhere: too long a one is left out."""


def fitted(model: type[Register], official_id: str, **fields: Any) -> Record:
    """Texts cut at a word where they are too long, facts without what nobody said."""
    limits = _limits(model)
    if len(official_id) > limits["official_id"]:
        raise LineRefused(_("L’identifiant dépasse %s caractères.") % limits["official_id"], value=official_id)
    return Record(official_id, {name: _fitted(name, value, limits.get(name)) for name, value in fields.items()})


def said(facts: dict[str, Any]) -> dict[str, Any]:
    """Only what the register says: neither empty texts nor empty lists, but « no » and zero stay."""
    return {name: value for name, value in facts.items() if value is not None and value not in ("", [], {})}


def _fitted(name: str, value: Any, limit: int | None) -> Any:
    if isinstance(value, dict):
        return {cleaned(key): _fitted("", each, None) for key, each in said(value).items()}
    if isinstance(value, list):
        return [_fitted("", each, None) for each in value]
    if not isinstance(value, str):
        return value
    value = storable(value)
    if limit is None or len(value) <= limit:
        return value
    return "" if name in _ADDRESSES else shortened(value, limit)


def shortened(text: str, limit: int) -> str:
    """Cut at the last word that fits, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head[limit // 2 :] else head}…".replace(" …", "…")


@lru_cache(maxsize=32)
def _limits(model: type[Register]) -> dict[str, int]:
    return {
        field.name: field.max_length
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField) and field.max_length
    }
