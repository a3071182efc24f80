"""Moments, people and the grid of visits in the templates of grounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django import template
from django.utils.dates import WEEKDAYS
from django.utils.formats import number_format
from django.utils.text import capfirst

from preau.town.spaces.counting import Attendance
from preau.town.spaces.wording import moment_words, people_words

register = template.Library()
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the grid. ``level`` 1 to 5 of the busiest moment; 0 when nobody came."""

    mean: str
    looks: int
    level: int
    is_few: bool


@register.filter
def seen_rows(seen: Attendance) -> list[tuple[int, list[Shown | None]]]:
    """Hour by hour, the seven days; None where nobody looked."""
    return [(hour, [_shown(seen, day, hour) for day in range(7)]) for hour in seen.hours]


@register.filter
def weekday(number: str) -> str:
    return capfirst(str(WEEKDAYS[int(number)]))


@register.filter
def moment(at: datetime) -> str:
    return moment_words(at)


@register.filter
def people(count: int) -> str:
    return people_words(count)


@register.filter
def in_hours(minutes: int) -> int:
    return minutes // 60


def _shown(seen: Attendance, day: int, hour: int) -> Shown | None:
    found = seen.by_moment.get((day, hour))
    if found is None:
        return None
    mean = number_format(found.mean, 1 if found.people % found.looks else 0)
    level = ceil(LEVELS * found.mean / seen.busiest) if seen.busiest else 0
    return Shown(mean, found.looks, level, found.is_few)
