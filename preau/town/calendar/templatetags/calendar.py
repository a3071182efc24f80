"""Days of the calendar in any template."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.text import capfirst

from preau.town.calendar import wording

register = template.Library()


@register.filter
def day_words(day: date) -> str:
    """``mardi 24 novembre 2026``."""
    return wording.day_words(day)


@register.filter
def short_day(day: date) -> str:
    """``mardi 24 novembre``, where the year is known."""
    return wording.day_words(day, with_year=False)


@register.filter
def dates_words(thing: Any) -> str:
    """``du 7 au 18 décembre 2026`` for anything with a first and a last day."""
    return wording.dates_words(thing.first_day, thing.last_day)


@register.filter
def zone_words(zone: str) -> str:
    """``zone C``."""
    return wording.zone_words(zone)


@register.filter
def capital(text: object) -> str:
    return str(capfirst(str(text)))
