"""The page of a place: the answer first, then all that a family asks before it leaves home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from preau.surfaces.public.places.cards import Card
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.places.access import BY_NAME, Need, Sentence, sentences
from preau.town.places.hours import timetable_of
from preau.town.places.sources.answers import worded
from preau.town.places.wording import day_words, hour, spans_words
from preau.town.spaces.enums import Shade, Wheelchair
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.queries import days_at
from preau.town.spaces.rules import Source

DAYS_SHOWN = 7


@dataclass(frozen=True, slots=True)
class DoorDay:
    """``words`` is "" on a day on which the door stays shut."""

    name: str
    words: str
    reason: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    words: str


def next_days(card: Card, calendar: SchoolCalendar) -> list[DoorDay]:
    """Today and the six days after, as they will really be. Empty when nobody gave hours or nothing is ever locked."""
    timetable = timetable_of(card.site)
    if not timetable.is_known or (timetable.is_always_open and not timetable.changes):
        return []
    today, days = timezone.localdate(card.now), days_at(calendar, card.site)
    return [
        DoorDay(
            _day_name(day, today),
            _("toute la journée") if timetable.is_always_open and spans and not timetable.change_on(day)
            else spans_words(spans),
            timetable.reason_on(day, days),
            day == today,
        )
        for ahead in range(DAYS_SHOWN)
        for day in [today + timedelta(days=ahead)]
        for spans in [timetable.on(day, days)]
    ]  # fmt: skip


def access_by_need(card: Card) -> list[tuple[Need, list[Sentence]]]:
    told = sentences(card.access.values)
    return [(need, list(some)) for need, some in groupby(told, key=lambda each: each.need)]


def other_answers(card: Card) -> list[Fact]:
    """What registers answer beside the questions that every page asks: the slope, the door, the steps, a label."""
    told = {
        name: value
        for line in card.site.records.all()
        if not line.is_gone
        for name, value in line.access.items()
        if name not in BY_NAME
    }
    return [Fact(capfirst(str(answer.label)), words) for answer, words in worded(told)]


def found_there(space: OpenSpace) -> list[Fact]:
    """What one finds on the ground; what nobody knows is left out."""
    facts = [
        (_("On y pratique"), ", ".join(space.sport_labels)),
        (_("Lumière"), _light(space)),
        (_("Ombre"), str(Shade(space.shade).label) if space.shade else ""),
        (_("Eau potable"), _truth(space.has_water, _("oui, sur place"), _("non"))),
        (_("Toilettes"), _truth(space.has_toilets, _("oui, sur place"), _("non"))),
        (_("En fauteuil"), _wheels(space)),
        (_("Sol"), space.ground),
        (_("Matériel prêté"), space.equipment),
        (_("Quelqu’un sur place"), space.referent),
    ]
    return [Fact(str(label), capfirst(words)) for label, words in facts if words]


def works_words(space: OpenSpace, today: date) -> str:
    """Works that are announced and not over yet."""
    if space.works_from is None or (space.works_to and space.works_to < today):
        return ""
    facts = {
        "start": date_format(space.works_from, "j F"),
        "end": date_format(space.works_to, "j F") if space.works_to else "",
        "words": space.works_words or _("travaux"),
    }
    if space.works_to is None:
        return _("À partir du %(start)s : %(words)s") % facts
    return _("Du %(start)s au %(end)s : %(words)s") % facts


def told_words(card: Card) -> str:
    """The words that an agent let be shown with the answer."""
    return card.state.words if card.state and card.state.source in (Source.PEOPLE, Source.AGENT, Source.WORKS) else ""


def _light(space: OpenSpace) -> str:
    if space.has_light and space.light_until:
        return _("éclairé jusqu’à %(hour)s") % {"hour": hour(space.light_until)}
    return _truth(space.has_light, _("éclairé le soir"), _("pas d’éclairage"))


def _wheels(space: OpenSpace) -> str:
    label = str(Wheelchair(space.wheelchair).label) if space.wheelchair else ""
    return " : ".join(filter(None, [label, space.wheelchair_words]))


def _truth(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


def _day_name(day: date, today: date) -> str:
    if day == today:
        return _("aujourd’hui")
    if day == today + timedelta(days=1):
        return _("demain")
    return day_words(day)


def moment(now: datetime) -> str:
    """``mardi 24 novembre à 10 h 30``: what « maintenant » meant when the page was made."""
    local = timezone.localtime(now)
    return _("%(day)s à %(hour)s") % {"day": day_words(local.date()), "hour": hour(local.time())}
