"""The fictional town with ten school years of a large one behind it: children, groups, places, and who came.

Homes and children have the tilts of the story (quarters, quotients, who comes); activities are those of the town, as
they are, each as many times as it takes. Presences are written by SQL, from the places that children hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FIRST, YEARS, WEEKS = 2017, 10, 32
GROUP, GROUPS_EACH = 25, 5
"""Children in a group, groups in an activity."""
_HELD = 298
"""Weeks in which a group met: nine years of them, and those of this autumn."""
_CHILDREN_FOR = 1_000
"""So many presences for each child that the town knows."""
_COHORTS = 25
"""Years of birth, as many children in each; the last was born in 2023."""
_LAST_DAY = date(2026, 11, 22)
_AT_ONCE = 5_000
_SPORT = {"ball_games", "water", "combat", "motion"}


@dataclass(frozen=True, slots=True)
class _Kid:
    pk: int
    home: int
    born: int
    sex: str
    quarter: str
    is_low: bool


def grow(presences: int) -> int:
    """How many presences were written, at least as many as asked for."""
    from django.db import connection, transaction

    chance = Random(presences)
    groups = math.ceil(presences / (_HELD * GROUP))
    kids = _families(max(400, presences // _CHILDREN_FOR), chance)
    _count_residents(len(kids))
    for year in range(FIRST, FIRST + YEARS):
        with transaction.atomic():
            _year(year, groups, kids, chance)
    with connection.cursor() as cursor:
        return _come(cursor)


def attach_library(by: Any) -> int:
    """Every indicator of the library, beside the effect of the plan that has its code. How many the town looks at."""
    from preau.observatory.indicators.choosing import choose
    from preau.observatory.indicators.errors import AlreadyChosen
    from preau.observatory.indicators.library import beside
    from preau.observatory.indicators.models import Indicator
    from preau.people.accounts.hand import Hand
    from preau.plan.structure.enums import ItemKind
    from preau.plan.structure.models import TerritorialEducationPlan

    plan = TerritorialEducationPlan.objects.get(follows__isnull=False)
    for effect in plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT):
        for entry in beside(effect.code):
            try:
                choose(effect, entry.code, hand=Hand(by, NOW))
            except AlreadyChosen:
                continue
    return Indicator.objects.kept().filter(plan=plan).count()


def _families(count: int, chance: Random) -> list[_Kid]:
    """As many born each year; two in a home."""
    from preau.demo.content import past as story
    from preau.offer.activities.enums import SchoolLevel
    from preau.people.households.models import Child, FamilyQuotient, Household, Residence
    from preau.people.organisations.models import Commune

    town, levels = Commune.objects.get(), list(SchoolLevel)
    quarters = chance.choices(list(story.QUARTERS), list(story.QUARTERS.values()), k=(count + 1) // 2)
    homes = Household.objects.bulk_create(
        [Household(commune=town, quarter=quarter, created_at=_at(FIRST, 9, 1)) for quarter in quarters],
        batch_size=_AT_ONCE,
    )
    quotients = [chance.choices(story.QUOTIENTS, story.INCOMES[quarter])[0] for quarter in quarters]
    born = [2024 - _COHORTS + n % _COHORTS for n in range(count)]
    children = Child.objects.bulk_create(
        [
            Child(
                commune=town,
                first_name=f"Prénom{n}",
                last_name=f"Nom{n // 2}",
                born_on=date(year, 1 + n % 12, 1 + n % 28),
                sex=chance.choices(("girl", "boy", ""), (49, 49, 2))[0],
                level=levels[2026 - year - 3] if 0 <= 2026 - year - 3 < len(levels) else "",
                created_at=_at(max(FIRST, year + 3), 9, 1),
            )
            for n, year in enumerate(born)
        ],
        batch_size=_AT_ONCE,
    )
    Residence.objects.bulk_create(
        [
            Residence(household=homes[n // 2], child=child, from_on=child.created_at.date())
            for n, child in enumerate(children)
        ],
        batch_size=_AT_ONCE,
    )
    FamilyQuotient.objects.bulk_create(
        [
            FamilyQuotient(
                household=home,
                value=quotient,
                source="declared",
                month=date(year, 9, 1),
                valid_from=date(year, 9, 1),
                valid_until=date(year + 1, 8, 31),
                recorded_at=_at(year, 9, 1),
            )
            for home, quotient in zip(homes, quotients, strict=True)
            for year in range(FIRST, FIRST + YEARS)
            if chance.random() < 0.55
        ],
        batch_size=_AT_ONCE,
    )
    return [
        _Kid(child.pk, homes[n // 2].pk, born[n], child.sex, quarters[n // 2], quotients[n // 2] < story.LOW)
        for n, child in enumerate(children)
    ]


def _count_residents(children: int) -> None:
    """What the census says, in a town with so many more of them."""
    from django.db.models import F

    from preau.observatory.indicators.models import Value

    of_11_to_17 = Value.objects.filter(part="residents_11_17")
    of_11_to_17.update(amount=F("amount") + children * 7 // _COHORTS)


def _year(year: int, groups: int, kids: list[_Kid], chance: Random) -> None:
    from preau.offer.activities.models import Activity, Session, Slot
    from preau.offer.enrolment.enums import EnrolmentState
    from preau.offer.enrolment.models import BookingUnit, Enrolment

    models = list(Activity.objects.filter(school_year=2026, updated_at__lte=NOW).exclude(slug__startswith="grand-"))
    many = [_activity(models[n % len(models)], year, n) for n in range(math.ceil(groups / GROUPS_EACH))]
    activities = Activity.objects.bulk_create(many, batch_size=500)
    _serve(models, activities)
    slots = [_slot(activities[n // GROUPS_EACH], n) for n in range(groups)]
    Slot.objects.bulk_create(slots, batch_size=_AT_ONCE)
    units = BookingUnit.objects.bulk_create([_unit(slot, n) for n, slot in enumerate(slots)], batch_size=_AT_ONCE)
    Session.objects.bulk_create(
        (session for n, slot in enumerate(slots) for session in _sessions(slot, n)), batch_size=_AT_ONCE
    )
    taking = _taking(kids, year, chance)
    places = [
        Enrolment(
            unit=unit,
            child_id=kid.pk,
            household_id=kid.home,
            state=EnrolmentState.CONFIRMED,
            channel=chance.choice(("online", "counter", "paper")),
            asked_at=_at(year, 9, 3),
        )
        for unit in units
        for kid in _drawn(unit.activity, taking, year, chance)
    ]
    Enrolment.objects.bulk_create(places, batch_size=_AT_ONCE)


def _activity(model: Any, year: int, number: int) -> Any:
    from preau.offer.activities.enums import EntryState
    from preau.offer.activities.models import Activity

    same = ("commune", "organisation", "summary", "description", "domain", "audiences", "levels", "age_min", "age_max")
    runs = year == FIRST + YEARS - 1
    opened = _at(year, 6, 20)
    return Activity(
        **{name: getattr(model, name) for name in same},
        title=f"{model.title} {number}"[:120],
        site_id=model.site_id,
        slug=f"grand-{year}-{number}",
        school_year=year,
        starts_on=_first(year),
        ends_on=date(year + 1, 6, 28),
        capacity=GROUP * GROUPS_EACH,
        state=EntryState.PUBLISHED if runs else EntryState.WITHDRAWN,
        published_at=opened,
        verified_on=opened.date(),
        price_words="Gratuit",
        created_at=opened,
        updated_at=opened,
    )


def _serve(models: list[Any], activities: list[Any]) -> None:
    """They serve the objectives that the town's own do."""
    from preau.offer.activities.models import Activity

    link = Activity.objectives.through
    served: dict[int, list[int]] = {}
    for activity, item in link.objects.filter(activity__in=models).values_list("activity", "planitem"):
        served.setdefault(activity, []).append(item)
    link.objects.bulk_create(
        [
            link(activity=each, planitem_id=item)
            for n, each in enumerate(activities)
            for item in served.get(models[n % len(models)].pk, ())
        ],
        batch_size=_AT_ONCE,
    )


def _slot(activity: Any, number: int) -> Any:
    from preau.offer.activities.models import Slot

    hour = 9 + number % 9
    return Slot(
        activity=activity, weekday=number % 6, starts_at=time(hour), ends_at=time(hour + 1), capacity=GROUP, label=""
    )


def _unit(slot: Any, number: int) -> Any:
    from preau.offer.enrolment.models import BookingUnit

    year = slot.activity.school_year
    return BookingUnit(
        activity=slot.activity,
        slot=slot,
        label=f"Groupe {number}",
        starts_on=slot.activity.starts_on,
        ends_on=slot.activity.ends_on,
        capacity=GROUP,
        taken=GROUP,
        opens_at=_at(year, 9, 2),
        closes_at=_at(year, 9, 28),
    )


def _sessions(slot: Any, number: int) -> Iterator[Any]:
    from preau.offer.activities.models import Session
    from preau.town.calendar.enums import TimeBand

    bands = list(TimeBand)[1:]
    first = slot.activity.starts_on + timedelta(days=slot.weekday)
    for week in range(WEEKS):
        day = first + timedelta(weeks=week)
        starts = datetime.combine(day, slot.starts_at, UTC) - timedelta(hours=1)
        yield Session(
            activity=slot.activity,
            slot=slot,
            day=day,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            band=bands[number % len(bands)],
        )


def _taking(kids: list[_Kid], year: int, chance: Random) -> dict[int, list[_Kid]]:
    """By age, those who do something that year; those whose quotient is low less often."""
    from preau.demo.content import past as story

    found: dict[int, list[_Kid]] = {}
    for kid in kids:
        often = story.TAKING_PART[kid.quarter][-1] * (0.8 if kid.is_low else 1)
        if 3 <= year - kid.born <= 18 and chance.random() < often:
            found.setdefault(year - kid.born, []).append(kid)
    return found


def _drawn(activity: Any, taking: dict[int, list[_Kid]], year: int, chance: Random) -> list[_Kid]:
    """A full group, of the right age where there are enough of them; fewer girls in sport."""
    ages = range(max(3, activity.age_min or 3), min(18, activity.age_max or 18) + 1)
    able = [kid for age in ages for kid in taking.get(age, ())]
    if len(able) < 2 * GROUP:
        able = [kid for some in taking.values() for kid in some]
    some = chance.sample(able, min(len(able), 2 * GROUP))
    if activity.domain in _SPORT:
        some.sort(key=lambda kid: kid.sex == "girl" and chance.random() < 0.4)
    return some[:GROUP]


def _come(cursor: Any) -> int:
    """Session after session, so that tables grow at their end; the other indexes are built once all is there."""
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'attendance_attendance' "
        "AND sql IS NOT NULL"
    )
    indexes = cursor.fetchall()
    for name, _sql in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    cursor.execute(
        """INSERT INTO attendance_attendance
             (session_id, child_id, state, left_with, late_minutes, is_disputed, recorded_at)
           SELECT s.id, e.child_id,
             CASE WHEN (s.id * 31 + e.child_id * 17) % 9 = 0 THEN 'absent'
                  WHEN (s.id * 13 + e.child_id * 7) % 23 = 0 THEN 'excused' ELSE 'present' END,
             '', 0, 0, s.ends_at
           FROM activities_activity a CROSS JOIN activities_session s ON s.activity_id = a.id
             CROSS JOIN enrolment_bookingunit u ON u.slot_id = s.slot_id
             CROSS JOIN enrolment_enrolment e ON e.unit_id = u.id
           WHERE a.slug LIKE 'grand-%%' AND s.day <= %s""",
        [_LAST_DAY],
    )
    cursor.execute("SELECT changes()")
    written = int(cursor.fetchone()[0])
    for _name, sql in indexes:
        cursor.execute(sql)
    cursor.execute("ANALYZE")
    return written


def _first(year: int) -> date:
    """The second Monday of September."""
    first = date(year, 9, 8)
    return first + timedelta(days=-first.weekday() % 7)


def _at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 7, tzinfo=UTC)
