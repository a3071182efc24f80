from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from preau.people.accounts.hand import Hand
from preau.people.organisations.enums import OrganisationKind
from preau.plan.articulation.content import Content, Period, Priority
from preau.plan.articulation.enums import Side
from preau.plan.articulation.models import ProjectSummary, SitePair
from preau.plan.articulation.pairs import PairFacts, open_pair
from preau.plan.articulation.planning import EntryFacts, add_entry
from preau.plan.articulation.summaries import publish_summary, write_summary
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


def make_pair(site: Site | None = None, *, year: int = 2026, due_on: date = date(2026, 10, 15)) -> SitePair:
    site = site or make_site()
    return open_pair(site, year, PairFacts(site.school, site.care, due_on), hand=Hand(None, DECIDED_AT))


CONTENT = Content(
    "Nous voulons que chaque enfant sache d’où vient ce qu’il mange.",
    (Priority("Cultiver et cuisiner", "du potager à l’assiette"), Priority("Parler devant les autres")),
    frozenset({"food"}),
    (
        Period(1, "Hiver", date(2027, 1, 4), date(2027, 2, 5), "food", "Le potager"),
        Period(2, "Printemps", date(2027, 4, 19), date(2027, 7, 2), "reading", "Contes d’été"),
    ),
)
OTHER_CONTENT = replace(
    CONTENT,
    periods=(
        Period(1, "Hiver", date(2027, 1, 11), date(2027, 2, 12), "food", "Les courges"),
        Period(2, "Printemps", date(2027, 4, 19), date(2027, 7, 2), "culture", "Marionnettes"),
    ),
)


def write_and_publish(pair: SitePair, side: Side, content: Content = CONTENT, *, by=None) -> ProjectSummary:
    hand = Hand(by, datetime(2026, 10, 1, 8, 0, tzinfo=UTC))
    last = pair.summaries.filter(side=side).first()
    draft = write_summary(pair, side, content, seen_revision=last.revision if last else 0, hand=hand)
    return publish_summary(pair, side, seen_revision=draft.revision, hand=hand, path="/atelier/")


def make_living_site() -> SitePair:
    """The Tilleuls with both projects published, a week with a hole, an overlap and a theme that comes back."""
    pair = make_pair()
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    for weekday, start, end, title, theme in (
        (0, time(16, 30), time(18), "Danse", "culture"),
        (1, time(16, 30), time(17, 30), "Marionnettes", "culture"),
        (1, time(17), time(18), "Aide aux leçons", ""),
        (2, time(9, 30), time(11, 30), "Théâtre de marionnettes dans la grande salle", "culture"),
    ):
        facts = EntryFacts(title, weekday, "evening", start, end, date(2026, 9, 1), date(2027, 7, 2), 6, 8, theme=theme)
        add_entry(pair.site, facts, hand=Hand(None, DECIDED_AT))
    return pair
