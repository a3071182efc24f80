"""Words about classes."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from preau.offer.activities.enums import Pillar, SchoolLevel
from preau.offer.classes.rules import Standing, standing_words

register = template.Library()


@register.filter
def standing(place: Standing) -> str:
    """What put a class at its rank."""
    return standing_words(place)


@register.filter
def level_names(values: Sequence[str]) -> str:
    return ", ".join(str(each.label) for each in SchoolLevel if each in values)


@register.filter
def pillar_names(values: Sequence[str]) -> str:
    return ", ".join(str(each.label) for each in Pillar if each in values)
