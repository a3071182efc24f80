"""Doors, answers and grounds in the templates of places."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from preau.town.calendar.wording import days_words
from preau.town.places.access import value_words
from preau.town.places.answers import Told
from preau.town.places.enums import Season
from preau.town.places.models import OpeningChange
from preau.town.places.opening import Opening, Span, Timetable
from preau.town.places.wording import span_words

register = template.Library()


@dataclass(frozen=True, slots=True)
class DoorRow:
    days: str
    hours: str
    season: str


@register.filter
def door_rows(timetable: Timetable) -> list[DoorRow]:
    """The week as people write it on a door: days with the same hours on one line."""
    days: dict[tuple[object, ...], list[Opening]] = {}
    for each in timetable.openings:
        key = (each.season, each.valid_from, each.valid_to, each.opens_at, each.closes_at)
        days.setdefault(key, []).append(each)
    return [
        DoorRow(days_words(sorted(each.weekday for each in some)), span_words(_span(some[0])), _season(some[0]))
        for some in days.values()
    ]


@register.filter
def change_hours(change: OpeningChange) -> str:
    """``9 h – 12 h``; only for a change that has hours."""
    return span_words(Span(change.opens_at, change.closes_at)) if change.opens_at and change.closes_at else ""


@register.filter
def told(answer: Told) -> str:
    return value_words(answer.question, answer.value)


def _span(opening: Opening) -> Span:
    return Span(opening.opens_at, opening.closes_at)


def _season(opening: Opening) -> str:
    said = str(Season(opening.season).label)
    if opening.valid_from:
        said += " " + _("à partir du %(day)s") % {"day": date_format(opening.valid_from, "j F Y")}
    if opening.valid_to:
        said += " " + _("jusqu’au %(day)s") % {"day": date_format(opening.valid_to, "j F Y")}
    return said
