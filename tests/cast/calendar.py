"""The calendar of the cast: zone C in 2026-2027, as the ministry decided it, and the days on which France rests."""

from __future__ import annotations

from datetime import date

from preau.people.organisations.models import Commune
from preau.town.calendar.models import BankHoliday, HolidayPeriod, ZoneTerm
from preau.town.calendar.schoolcalendar import Holiday, SchoolCalendar, Zone

HOLIDAYS = (
    ("Vacances d’été", date(2026, 7, 4), date(2026, 8, 31)),
    ("Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1)),
    ("Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
    ("Vacances d’hiver", date(2027, 2, 6), date(2027, 2, 21)),
    ("Vacances de printemps", date(2027, 4, 3), date(2027, 4, 18)),
    ("Pont de l’Ascension", date(2027, 5, 6), date(2027, 5, 8)),
    ("Vacances d’été", date(2027, 7, 3), date(2027, 8, 31)),
)
BANK_HOLIDAYS = {
    date(2026, 11, 1): "Toussaint",
    date(2026, 11, 11): "Armistice de 1918",
    date(2026, 12, 25): "Noël",
    date(2027, 1, 1): "Jour de l’an",
    date(2027, 3, 29): "Lundi de Pâques",
    date(2027, 5, 1): "Fête du travail",
    date(2027, 5, 6): "Ascension",
    date(2027, 5, 8): "Victoire de 1945",
    date(2027, 5, 17): "Lundi de Pentecôte",
    date(2027, 7, 14): "Fête nationale",
}
ZONE_C = SchoolCalendar(
    zones=(Zone(date(2020, 9, 1), None, "C"),),
    holidays=tuple(Holiday(name, first, last, "C") for name, first, last in HOLIDAYS),
    bank_holidays=BANK_HOLIDAYS,
)


def make_calendar(commune: Commune) -> None:
    """The same, as rows of the town."""
    ZoneTerm.objects.create(commune=commune, zone="C", valid_from=date(2020, 9, 1))
    HolidayPeriod.objects.bulk_create(
        HolidayPeriod(commune=commune, official_id=f"C-{first}", zone="C", name=name, first_day=first, last_day=last)
        for name, first, last in HOLIDAYS
    )
    rested = [
        BankHoliday(commune=commune, official_id=day.isoformat(), day=day, name=name)
        for day, name in BANK_HOLIDAYS.items()
    ]
    BankHoliday.objects.bulk_create(rested, ignore_conflicts=True)  # an import may have brought some of them
