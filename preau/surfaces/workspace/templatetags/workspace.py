"""What the workspace's templates need to draw words, marks and places."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from django import template

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.design.typography import display
from preau.plan.importing.marks.registry import label_of
from preau.plan.structure.enums import ItemKind

register = template.Library()


@register.filter
def piece(text: str) -> str:
    """French typography for a stretch of a text: unlike ``typo``, it keeps the blanks at both ends."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    return text[:start] + display(core) + text[start + len(core) :]


@register.filter
def kind_label(kind: str) -> str:
    return label_of(kind)


@register.filter
def of_item(counts: Mapping[int, int], pk: int) -> int:
    """``{{ points|of_item:item.pk }}``: 0 for an item that has none."""
    return counts.get(pk, 0)


@register.filter
def holds(things: Container[Any], thing: Any) -> bool:
    return thing in things


@register.filter
def as_slug(code: str) -> str:
    """A1.G2.O3 as an address or an anchor writes it."""
    return code.lower().replace(".", "-")


@register.filter
def axis_of(code: str) -> int:
    """The axis number of a code, 0 for none: its colour."""
    digits = code.split(".")[0].lstrip("A")
    return int(digits) if digits.isdecimal() else 0


@register.filter
def colour(number: int) -> int:
    """Eight colours of axes; a ninth axis takes the first again."""
    return (number - 1) % 8 + 1 if number else 8


@register.filter
def quoted_in(quote: str, text: str) -> list[tuple[str, bool]]:
    """The text cut around the first place where the quote stands: (stretch, is it the quote?)."""
    before, found, after = text.partition(quote) if quote else (text, "", "")
    cut = ((before, False), (found, True), (after, False))
    return [(part, is_quote) for part, is_quote in cut if part]


@register.filter
def is_late(point: Any, listed: Any) -> bool:
    return bool(listed.is_late(point))


@register.filter
def slot(things: list[Any], number: int) -> Any:
    return things[number]


@register.filter
def day(value: Any) -> str:
    """A date in words; a text as it is."""
    return long_date(value) if isinstance(value, date) else str(value)


@register.filter
def item_label(kind: str) -> str:
    """« objectif opérationnel »: the nature of an item, from its code."""
    return str(ItemKind(kind).label)


@register.filter
def iso_day(text: str) -> str:
    """A day written 2027-06-30, in words; nothing for no day."""
    return long_date(date.fromisoformat(text)) if text else ""
