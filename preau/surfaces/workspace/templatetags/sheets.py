from __future__ import annotations

from decimal import Decimal

from django import template

from preau.surfaces.workspace.sheets import words

register = template.Library()


@register.filter
def euros(amount: Decimal | None) -> str:
    return "" if amount is None else words.euros(amount)


@register.filter
def fact_label(name: str) -> str:
    return str(words.LABELS.get(name, name))
