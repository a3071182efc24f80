"""Days and hours in the templates of sites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import template

from preau.town.calendar.wording import days_words, hour, span, weekday_name

register = template.Library()


@register.filter
def hours(thing: Any) -> str:
    """``8 h 30 – 11 h 30`` for anything that starts and ends."""
    return span(thing.starts_at, thing.ends_at)


@register.filter
def clock(moment: time) -> str:
    return hour(moment)


@register.filter
def days(numbers: Sequence[int]) -> str:
    return days_words(numbers)


@register.filter
def day_name(number: int) -> str:
    return weekday_name(number)
