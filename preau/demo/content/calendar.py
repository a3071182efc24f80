"""Two school years of zone C, the days on which France rests, and what the town decided by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as d
from datetime import time

from preau.town.calendar.enums import ClosureKind, TimeBand
from preau.town.calendar.rules import Line

ZONE, ZONE_SINCE = "C", d(2016, 1, 1)

HOLIDAYS: tuple[tuple[str, d, d], ...] = (
    ("Vacances d’été", d(2026, 7, 4), d(2026, 8, 31)),
    ("Vacances de la Toussaint", d(2026, 10, 17), d(2026, 11, 1)),
    ("Vacances de Noël", d(2026, 12, 19), d(2027, 1, 3)),
    ("Vacances d’hiver", d(2027, 2, 6), d(2027, 2, 21)),
    ("Vacances de printemps", d(2027, 4, 3), d(2027, 4, 18)),
    ("Pont de l’Ascension", d(2027, 5, 6), d(2027, 5, 8)),
    ("Vacances d’été", d(2027, 7, 3), d(2027, 8, 31)),
    ("Vacances de la Toussaint", d(2027, 10, 23), d(2027, 11, 7)),
    ("Vacances de Noël", d(2027, 12, 18), d(2028, 1, 2)),
    ("Vacances d’hiver", d(2028, 2, 12), d(2028, 2, 27)),
    ("Vacances de printemps", d(2028, 4, 15), d(2028, 5, 1)),
    ("Pont de l’Ascension", d(2028, 5, 26), d(2028, 5, 27)),
    ("Vacances d’été", d(2028, 7, 4), d(2028, 8, 31)),
)

BANK_HOLIDAYS: tuple[tuple[d, str], ...] = (
    (d(2026, 11, 1), "Toussaint"),
    (d(2026, 11, 11), "Armistice de 1918"),
    (d(2026, 12, 25), "Noël"),
    (d(2027, 1, 1), "Jour de l’an"),
    (d(2027, 3, 29), "Lundi de Pâques"),
    (d(2027, 5, 1), "Fête du travail"),
    (d(2027, 5, 6), "Ascension"),
    (d(2027, 5, 8), "Victoire de 1945"),
    (d(2027, 5, 17), "Lundi de Pentecôte"),
    (d(2027, 7, 14), "Fête nationale"),
    (d(2027, 8, 15), "Assomption"),
    (d(2027, 11, 1), "Toussaint"),
    (d(2027, 11, 11), "Armistice de 1918"),
    (d(2027, 12, 25), "Noël"),
    (d(2028, 1, 1), "Jour de l’an"),
    (d(2028, 4, 17), "Lundi de Pâques"),
    (d(2028, 5, 1), "Fête du travail"),
    (d(2028, 5, 8), "Victoire de 1945"),
    (d(2028, 5, 25), "Ascension"),
    (d(2028, 6, 5), "Lundi de Pentecôte"),
    (d(2028, 7, 14), "Fête nationale"),
    (d(2028, 8, 15), "Assomption"),
)


@dataclass(frozen=True, slots=True)
class Closing:
    """``place`` is the slug of a site, "" for the whole town."""

    kind: ClosureKind
    reason: str
    first_day: d
    last_day: d
    place: str = ""
    decided_by: str = ""


CLOSURES: tuple[Closing, ...] = (
    Closing(
        ClosureKind.BRIDGE,
        "Pont de l’Ascension : les accueils et les équipements de la ville sont fermés",
        d(2027, 5, 7),
        d(2027, 5, 7),
        decided_by="conseil municipal du 12 mai 2026",
    ),
    Closing(
        ClosureKind.WORKS,
        "Vidange et réparation du petit bassin",
        d(2026, 12, 7),
        d(2026, 12, 18),
        "piscine-du-fleuve",
        "service des sports",
    ),
)

HOLIDAY_WEEK_NAME = "Accueil de loisirs"
HOLIDAY_WEEK_FROM = d(2026, 9, 1)
HOLIDAY_WEEKS: dict[str, tuple[Line, ...]] = {
    "les-tilleuls": (Line(TimeBand.HOLIDAY, time(8), time(18), (0, 1, 2, 3, 4)),),
    "espace-jeunes": (Line(TimeBand.YOUTH, time(14), time(19), (0, 1, 2, 3, 4)),),
}
"""In the holidays, the Tilleuls welcome the children of all the schools."""
