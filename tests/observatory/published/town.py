"""The rich town, with a class of three and a newcomer, published on two days with every measure of the house."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from preau.foundation.schoolyears import first_day, last_day
from preau.observatory.disclosure import Cube
from preau.observatory.facts.reading import FactsInUse
from preau.observatory.indicators.choosing import choose
from preau.observatory.indicators.computing import compute, known_until
from preau.observatory.indicators.figures import Figure
from preau.observatory.indicators.measures import MEASURES, Asked, Of
from preau.observatory.indicators.spans import year_span
from preau.observatory.missing.counting import known_children
from preau.offer.activities.models import Activity, Session
from preau.offer.attendance.models import Attendance
from preau.people.accounts.hand import Hand
from preau.people.households.models import Child, Household, Residence
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from tests.cast.facts import facts_of
from tests.cast.people import make_commune
from tests.observatory.indicators.rich import make_rich_town

YEARS = (2025, 2026)
OVER = 2025


@dataclass(frozen=True)
class Published:
    """``counted``: (day, measure, school year, way of cutting) → its figures, from the facts of that day.
    ``known``: (day, school year that is over) → the children of whom « who is missing » tells.
    """

    days: tuple[date, ...]
    counted: dict[tuple[date, str, int, str], list[Figure]] = field(default_factory=dict)
    known: dict[tuple[date, int], Cube] = field(default_factory=dict)

    def count(self, facts: FactsInUse) -> None:
        """Before the next snapshot takes the place of these facts."""
        day = known_until(facts)
        self.known[day, OVER] = known_children(facts, year=OVER, first=first_day(OVER), until=last_day(OVER))
        for code, measure in MEASURES.items():
            if measure.of is not Of.PEOPLE or measure.needs_next_year:
                continue
            for year in YEARS:
                for by in (None, *measure.breakdowns):
                    asked = Asked(year_span(year, day), 3, by)
                    self.counted[day, code, year, by or ""] = compute(code, asked, facts=facts)


def publish(now: datetime) -> Published:
    make_rich_town()
    town = make_commune()
    entries = list(Activity.objects.filter(school_year=2026).order_by("pk"))
    for number in range(3):
        _comes(_child(town, f"Trois{number}", "5e", "quais"), entries[number : number + 3])
    for number in range(60):  # enough of them for something to be told
        _comes(_child(town, f"Nombreux{number}", "cm1", "gare", born=2011 + number % 6), entries[number % 3 :: 2])
    effect = PlanItem.objects.filter(kind=ItemKind.EXPECTED_EFFECT).first()
    for code in MEASURES:
        choose(effect, code, hand=Hand(None, now))
    days = tuple((now + timedelta(days=each)) for each in range(3))
    found = Published(tuple(each.date() for each in days))
    found.count(facts_of(days[0]))
    _comes(_child(town, "Nouvelle", "4e", "hauteurs"), entries[:4])
    Attendance.objects.filter(child__first_name="Nombreux7").delete()
    found.count(facts_of(days[1]))
    for number in range(12):
        _comes(_child(town, f"Autre{number}", "cm1", "gare", born=2012), entries[:4])
    found.count(facts_of(days[2]))
    return found


def _child(town: object, name: str, level: str, quarter: str, *, born: int = 2013) -> Child:
    made = datetime(2025, 9, 1).astimezone()
    home = Household.objects.create(commune=town, quarter=quarter, is_resident=True, created_at=made)
    child = Child.objects.create(
        commune=town,
        first_name=name,
        last_name="Essai",
        born_on=date(born, 5, 5),
        sex="girl" if len(name) % 2 else "boy",
        level=level,
        created_at=made,
    )
    Residence.objects.create(household=home, child=child, from_on=date(2025, 9, 1))
    return child


def _comes(child: Child, entries: list[Activity]) -> None:
    for session in Session.objects.filter(activity__in=entries):
        Attendance.objects.get_or_create(
            session=session, child=child, defaults={"state": "present", "recorded_at": session.ends_at}
        )
