from __future__ import annotations

from datetime import UTC, date, datetime, time

from preau.people.organisations.enums import OrganisationKind
from preau.town.calendar.actions import open_week
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.rules import Line, Week, hours_of
from preau.town.places.actions import SiteFacts, add_site
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

from .people import make_commune, make_organisation

CLASS_DAYS = (0, 1, 3, 4)
LINES = (
    Line(TimeBand.MORNING, time(7, 30), time(8, 20), CLASS_DAYS),
    Line(TimeBand.SCHOOL, time(8, 20), time(11, 30), CLASS_DAYS),
    Line(TimeBand.LUNCH, time(11, 30), time(13, 30), CLASS_DAYS),
    Line(TimeBand.SCHOOL, time(13, 30), time(16, 30), CLASS_DAYS),
    Line(TimeBand.EVENING, time(16, 30), time(18, 30), CLASS_DAYS),
    Line(TimeBand.WEDNESDAY, time(8), time(18), (2,)),
)
DECIDED_AT = datetime(2026, 8, 20, 8, 0, tzinfo=UTC)


def make_site(name: str = "Les Tilleuls", *, with_hours: bool = True) -> Site:
    """A school and its out-of-class care under one roof: four days of class, a Wednesday of care."""
    school = make_organisation(f"École {name}", OrganisationKind.SCHOOL)
    care = make_organisation(f"Accueil {name}")
    facts = SiteFacts(name, SiteKind.SCHOOL, "3 rue des Tilleuls", school, care)
    site = add_site(make_commune(), facts, by=None, now=DECIDED_AT)
    if with_hours:
        week = Week(date(2026, 9, 1), None, hours_of(LINES), "4 jours")
        open_week(site, week, decided_by="conseil municipal", by=None, now=DECIDED_AT)
    return site
