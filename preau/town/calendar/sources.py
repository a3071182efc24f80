"""The school holidays of the ministry (fr-en-calendrier-scolaire), a plain table of days without class, bank holidays.

Zones are whatever the file says. The ministry gives instants in UTC, and one line an academy: they repeat the period
of their zone. Its first day is that of the departure, after class: a Saturday already has none (and the Thursday of the
Ascension never has), from another day on the next one is the first without class. Its last day is the one before the
return. A summer of which only the beginning is known lasts until 31 August, until the next file says better.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.schoolyears import first_day, last_day, school_year_of, year_name
from preau.foundation.text.search import folded
from preau.town.calendar.models import BankHoliday, HolidayPeriod
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, expect
from preau.town.opendata.source import Record, Source, Understands, Values

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_ASCENSION = timedelta(days=39)
_LONGEST = timedelta(days=100)
_NAMES = ("description", "nom")
_STARTS, _ENDS = ("start_date", "date de début", "date_debut"), ("end_date", "date de fin", "date_fin")
_FIRST = ("premier_jour_sans_classe", "premier_jour")
_LAST = ("dernier_jour_sans_classe", "dernier_jour")
_ZONES = ("zones", "zone")
_YEAR = re.compile(r"(\d{4})-\d{4}")


def layout(first: Values) -> Understands:
    line = Line(first)
    if line.has(*_FIRST) and line.has(*_LAST):
        expect(first, _ZONES, _NAMES, what=_("un calendrier de vacances"))
        return understand_days
    expect(first, _NAMES, _STARTS, _ENDS, _ZONES, what=_("le calendrier scolaire du ministère"))
    return understand


def understand_days(values: Values) -> Record:
    """A line whose both days are already without class."""
    line = Line(values)
    return _period(line, line.needed(*_NAMES), line.day(*_FIRST), line.day(*_LAST))


def understand(values: Values) -> Record | None:
    """A line of the ministry; the academies of a zone repeat each other, which the engine knows how to count."""
    line = Line(values)
    written = line.needed(*_NAMES)
    if folded(line.text("population")).startswith("enseignant") or "rentree" in folded(written):
        return None
    name = re.sub(r"^début des\s+", "", written, flags=re.IGNORECASE)
    return _period(line, name[:1].upper() + name[1:], *_without_class(line, is_open=name != written))


def _without_class(line: Line, *, is_open: bool) -> tuple[date | None, date | None]:
    """The first and the last day without class, from the day of departure and the day of return."""
    leaves, returns = line.day(*_STARTS), line.day(*_ENDS)
    if leaves is None:
        raise line.missing(*_STARTS)
    is_summer = leaves.month in (6, 7, 8)
    if returns is None or (returns == leaves and (is_open or is_summer)):
        if not is_summer:
            raise line.refused(_("Le ministère n’a pas encore publié la fin de ces vacances."), *_ENDS)
        return _first_without_class(leaves), last_day(school_year_of(leaves))
    if returns == leaves:
        return leaves, leaves
    return _first_without_class(leaves), returns - _ONE_DAY


def _first_without_class(leaves: date) -> date:
    is_free = leaves.weekday() >= _SATURDAY or leaves == easter(leaves.year) + _ASCENSION
    return leaves if is_free else leaves + _ONE_DAY


def _period(line: Line, name: str, first: date | None, last: date | None) -> Record:
    if first is None:
        raise line.missing(*_FIRST)
    if last is None:
        raise line.missing(*_LAST)
    if last < first:
        raise line.refused(_("Les vacances finissent avant de commencer."), *_LAST, *_ENDS)
    if last - first > _LONGEST:
        raise line.refused(
            _("Ces vacances dureraient plus de cent jours : l’une des deux dates est fausse."), *_LAST, *_ENDS
        )
    zone, name = _zone(line.needed(*_ZONES)), name.replace("'", "’")
    return fitted(
        HolidayPeriod,
        holiday_key(zone, name, first, line.text("annee_scolaire")),
        zone=zone,
        name=name,
        first_day=first,
        last_day=last,
    )


def holiday_key(zone: str, name: str, first: date, school_year: str = "") -> str:
    """``2026-2027:zone-ouest:vacances-de-noel``: the same for each file that speaks of these holidays."""
    return f"{_school_year(school_year, first)}:{slugify(zone)}:{slugify(name)}"


def _zone(written: str) -> str:
    """In the ministry’s words: a lone letter is « Zone » and this letter."""
    return f"Zone {written.upper()}" if len(written) == 1 else written


def _school_year(told: str, first: date) -> str:
    """The year to which holidays belong, as the file tells it where that can be."""
    found = _YEAR.fullmatch(told)
    year = school_year_of(first)
    if found and abs(int(found[1]) - year) <= 1 and first_day(int(found[1])) <= first <= last_day(int(found[1])):
        year = int(found[1])
    return year_name(year)


HOLIDAYS = Source(
    name="holidays",
    label=gettext_lazy("Vacances scolaires"),
    model=HolidayPeriod,
    layout=layout,
    help_text=gettext_lazy(
        "Le fichier « fr-en-calendrier-scolaire » du ministère (CSV ou JSON), ou un tableau : zone, nom, premier et "
        "dernier jour sans classe."
    ),
    part=lambda key: key.rpartition(":")[0],
    json_paths=("results.item", "records.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)


def bank_layout(first: Values) -> Understands:
    expect(first, "date", ("nom_jour_ferie", "nom"), what=_("une liste de jours fériés"))
    return understand_bank_holiday


def understand_bank_holiday(values: Values) -> Record:
    line = Line(values)
    day = line.day("date")
    if day is None:
        raise line.missing("date")
    return fitted(BankHoliday, day.isoformat(), day=day, name=line.needed("nom_jour_ferie", "nom"))


BANK_HOLIDAYS = Source(
    name="bank-holidays",
    label=gettext_lazy("Jours fériés"),
    model=BankHoliday,
    layout=bank_layout,
    help_text=gettext_lazy("Le fichier des jours fériés de votre territoire (etalab), ou un tableau : date et nom."),
    part=lambda key: key[:4],
    json_paths=("results.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
