"""Who had a place, by which door it was asked for, and who came: drawn, with the tilts that the story tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from preau.demo.content import past as story
from preau.offer.activities.models import Session
from preau.offer.attendance.enums import Mark
from preau.offer.attendance.models import Attendance
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.accounts.models import User
from preau.people.households.enums import Sex
from preau.town.areas.quarters import quarters_of
from preau.town.places.enums import SiteKind

from .homes import Kid
from .offer import Group

_SPORT = {"ball_games", "water", "combat", "motion"}
_ARTS = {"music", "dance", "stage", "visual"}
_AT_ONCE = 2000


def come(groups: Sequence[Group], kids: Sequence[Kid], desk: User, chance: Random) -> None:
    """Year after year: last year's group is the likeliest, then one nearby."""
    quarters = _quarters(groups)
    faithful: dict[int, set[tuple[str, int]]] = {}
    places: list[Enrolment] = []
    marks: list[Attendance] = []
    for year in (*story.YEARS, story.NOW):
        taking = [kid for kid in kids if _takes_part(kid, year, chance)]
        held: dict[int, set[tuple[str, int]]] = defaultdict(set)
        busy: Counter[int] = Counter()
        curious: set[int] = set()
        for group in (each for each in groups if each.year == year):
            there = _choose(group, taking, quarters.get(group.activity.site_id, ""), faithful, busy, curious, chance)
            for kid in there:
                held[kid.child.pk].add(group.name)
            if group.unit:
                places += _places(group.unit, there, year, desk, chance)
            marks += _marks(group, there, desk, chance)
        faithful = held
    Enrolment.objects.bulk_create(places, batch_size=_AT_ONCE)
    Attendance.objects.bulk_create(marks, batch_size=_AT_ONCE)
    units = [each.unit for each in groups if each.unit]
    taken = Counter(place.unit_id for place in places)
    for unit in units:
        unit.taken = taken[unit.pk]
    BookingUnit.objects.bulk_update(units, ["taken"], batch_size=500)


def _quarters(groups: Sequence[Group]) -> dict[int | None, str]:
    """Site → quarter, for those on the map."""
    if not groups:
        return {}
    quarter_of = quarters_of(groups[0].activity.commune)
    sites = {each.activity.site_id: each.activity.site for each in groups if each.activity.site}
    found = {key: quarter_of(*site.point) for key, site in sites.items() if site and site.point}
    return {key: quarter.slug for key, quarter in found.items() if quarter}


def _takes_part(kid: Kid, year: int, chance: Random) -> bool:
    place = _place(year)
    often = story.TAKING_PART[kid.quarter][place] if kid.quarter else 0.6
    if kid.quotient < story.LOW:
        often *= story.FEWER_WHEN_LOW[place]
    drawn = chance.random() < often
    return drawn and year >= kid.since and 3 <= kid.age(year) <= 18


def _choose(
    group: Group,
    taking: Sequence[Kid],
    quarter: str,
    faithful: dict[int, set[tuple[str, int]]],
    busy: Counter[int],
    curious: set[int],
    chance: Random,
) -> list[Kid]:
    """The seats of the group, or a little fewer. A weighted draw without putting back (Efraimidis and Spirakis)."""
    activity, ranked = group.activity, []
    for kid in taking:
        age = kid.age(group.year)
        is_full = group.unit is not None and busy[kid.child.pk] >= story.MOST_GROUPS
        if is_full or age < (activity.age_min or 0) or age > (activity.age_max or 99):
            continue
        weight = _weight(kid, group, quarter)
        if _is_culture(group) and kid.child.pk in curious:
            weight *= story.CURIOUS
        elif group.unit:
            weight /= 1 + busy[kid.child.pk]
        if group.name in faithful.get(kid.child.pk, ()):
            weight *= story.FAITHFUL
        ranked.append((chance.random() ** (1 / weight), kid.child.pk, kid))
    seats = round(group.seats * min(1, story.FILLED[_place(group.year)] * chance.uniform(0.9, 1.1)))
    there = [kid for *_draw, kid in sorted(ranked, key=lambda each: each[:2], reverse=True)[:seats]]
    busy.update(kid.child.pk for kid in there)
    if _is_culture(group):
        curious.update(kid.child.pk for kid in there)
    return there


def _is_culture(group: Group) -> bool:
    return group.activity.site is not None and group.activity.site.kind == SiteKind.CULTURE


def _weight(kid: Kid, group: Group, quarter: str) -> float:
    place, weight = _place(group.year), 1.0
    if group.domain in _SPORT and kid.child.sex == Sex.GIRL:
        weight = story.GIRLS_IN_SPORT[place]
    elif group.domain in _ARTS and kid.child.sex == Sex.BOY:
        weight = story.BOYS_IN_ARTS[place]
    return weight * (story.NEAR if quarter and quarter == kid.quarter else 1)


def _places(unit: BookingUnit, there: Sequence[Kid], year: int, desk: User, chance: Random) -> Iterator[Enrolment]:
    doors = list(story.CHANNELS)
    weights = [story.CHANNELS[each][_place(year)] for each in doors]
    first = datetime(year, 9, 2, 8, 0, tzinfo=UTC)
    for kid in there:
        yield Enrolment(
            unit=unit,
            child=kid.child,
            household=kid.home,
            state=EnrolmentState.CONFIRMED,
            channel=chance.choices(doors, weights)[0],
            asked_by=kid.adult,
            entered_by=desk,
            asked_at=first + timedelta(days=chance.randint(0, 20), minutes=chance.randint(0, 540)),
        )


def _marks(group: Group, there: Sequence[Kid], desk: User, chance: Random) -> Iterator[Attendance]:
    """A child with a place is present, absent or excused; of one who comes without a place, only coming is told."""
    place = _place(group.year)
    for session in group.sessions:
        if group.activity.starts_on != group.activity.ends_on and chance.random() > story.CALLED[place]:
            continue
        told_at = _told_at(session, story.RETYPED_AFTER[place], chance)
        for kid in there:
            came = chance.random() < kid.regular
            if came or group.unit:
                yield Attendance(
                    session=session,
                    child=kid.child,
                    state=Mark.PRESENT if came else chance.choice((Mark.ABSENT, Mark.EXCUSED)),
                    recorded_by=desk,
                    recorded_at=told_at,
                )


def _told_at(session: Session, after: int, chance: Random) -> datetime:
    return session.ends_at + timedelta(minutes=round(after * chance.uniform(0.5, 1.5)))


def _place(year: int) -> int:
    return year - story.YEARS[0]
