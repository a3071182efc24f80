"""Holidays and closures of the town as the events of a calendar."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from preau.offer.activities.ical import CalendarEntry
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.calendar.year import Occasion, YearDate, dates

_TOLD = (Occasion.RETURN, Occasion.HOLIDAYS, Occasion.CLOSURE, Occasion.CLASS, Occasion.LAST_DAY)
"""Telephones know the bank holidays by themselves."""


def town_entries(calendar: SchoolCalendar, years: list[int], *, insee_code: str, url: str) -> Iterator[CalendarEntry]:
    """The dates of some school years, each once, under a name that stays when its days change."""
    known: set[str] = set()
    for year in years:
        for told in dates(calendar, year):
            uid = f"{_name(told, year)}.{insee_code}@preau"
            if told.occasion in _TOLD and uid not in known:
                known.add(uid)
                yield _entry(told, uid, url)


def _entry(told: YearDate, uid: str, url: str) -> CalendarEntry:
    place = told.closing.place if told.closing else ""
    return CalendarEntry(
        uid=uid,
        title=_title(told),
        changed_at=None,
        days=(told.first_day, told.last_day),
        sequence=told.closing.version if told.closing else 0,
        location=place,
        url=url,
        categories=(_("fermeture") if told.closing else _("calendrier scolaire"),),
    )


def _title(told: YearDate) -> str:
    if told.occasion == Occasion.RETURN:
        return _("Rentrée des classes")
    if told.occasion == Occasion.LAST_DAY:
        return _("Dernier jour de classe")
    if told.closing and told.closing.place:
        return _("%(place)s, fermé : %(reason)s") % {"place": told.closing.place, "reason": told.name}
    return str(capfirst(told.name))


def _name(told: YearDate, year: int) -> str:
    if told.closing:
        return f"fermeture-{told.closing.key}"
    return "-".join(filter(None, (told.occasion.value, slugify(told.name), str(year))))
