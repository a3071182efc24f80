"""The years of the story: holidays and bank holidays as open data gives them, closures, a week for the holidays."""

from __future__ import annotations

from preau.demo.content import calendar
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.calendar.actions import open_week
from preau.town.calendar.closing import ClosureFacts, add_closure
from preau.town.calendar.deciding import choose_zone
from preau.town.calendar.enums import WeekSeason
from preau.town.calendar.models import BankHoliday, HolidayPeriod
from preau.town.calendar.rules import Week, hours_of
from preau.town.calendar.sources import holiday_key
from preau.town.places.models import Site


def open_calendar(commune: Commune, hand: Hand) -> None:
    """The holidays have the keys that the ministry's file gives them: importing it says nothing twice.

    After the places: a closure or a week for a place that the story does not have is left out."""
    choose_zone(commune, calendar.ZONE, since=calendar.ZONE_SINCE, hand=hand)
    HolidayPeriod.objects.bulk_create(
        HolidayPeriod(
            commune=commune,
            official_id=holiday_key(calendar.ZONE, name, first),
            zone=calendar.ZONE,
            name=name,
            first_day=first,
            last_day=last,
        )
        for name, first, last in calendar.HOLIDAYS
    )
    BankHoliday.objects.bulk_create(
        BankHoliday(commune=commune, official_id=day.isoformat(), day=day, name=name)
        for day, name in calendar.BANK_HOLIDAYS
    )
    places = {site.slug: site for site in Site.objects.filter(commune=commune)}
    for each in calendar.CLOSURES:
        if not each.place or each.place in places:
            facts = ClosureFacts(
                each.kind,
                each.reason,
                each.first_day,
                each.last_day,
                places.get(each.place),
                decided_by=each.decided_by,
            )
            add_closure(commune, facts, hand=hand)
    for slug, lines in calendar.HOLIDAY_WEEKS.items():
        if slug in places:
            hours = hours_of(lines)
            week = Week(calendar.HOLIDAY_WEEK_FROM, None, hours, calendar.HOLIDAY_WEEK_NAME, WeekSeason.HOLIDAYS)
            open_week(places[slug], week, decided_by="", by=hand.by, now=hand.now)
