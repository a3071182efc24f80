"""What is known of a unit, and of those who ask for it: facts for the rules, read for many requests at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from preau.foundation.kept import kept
from preau.foundation.prepared import first, prepared
from preau.offer.activities.models import Activity
from preau.people.households.drawer import Drawer
from preau.people.households.enums import Channel
from preau.people.households.models import Child, Household
from preau.people.households.papers import Papers
from preau.town.areas.distance import Pace
from preau.town.areas.queries import paces_of

from .asking import Request
from .enums import EnrolmentState, Mode
from .models import BookingUnit, DomainCap, Enrolment, EnrolmentTerms
from .rules import HOURS_TO_ANSWER, Asked, Held, Misfit, Offered, Where, never
from .ties import Ties
from .timetable import spans_of

WITH_UNIT = (
    "activity__organisation",
    "activity__commune",
    "activity__site",
    "activity__price_rule",
    "slot",
    "session__slot",
)
_WITH_HELD = tuple(f"unit__{each}" for each in ("activity__site", "slot", "session__slot"))


def units() -> QuerySet[BookingUnit]:
    """With everything that rules and pages read of a unit."""
    return BookingUnit.objects.select_related(*WITH_UNIT)


def shown_unit(key: UUID) -> BookingUnit | None:
    """A group of an entry that families see, with its seats of this instant. Its entry may be some seconds old."""
    unit = first(_rows_of(key=key))
    if unit is None:
        return None
    around(unit)
    return unit if unit.activity.is_shown else None


@prepared
def _rows_of(*, key: UUID) -> QuerySet[BookingUnit, BookingUnit]:
    return BookingUnit.objects.filter(key=key).order_by()


@kept
def recent(key: UUID) -> BookingUnit | None:
    """A group as it was some seconds ago, seats included, with everything that rules and pages read of it."""
    return units().filter(key=key).first()


def around(unit: BookingUnit, known: BookingUnit | None = None) -> BookingUnit:
    """The unit with what ``units`` reads of it, from the last seconds."""
    known = known or recent(unit.key) or unit
    unit.activity, unit.slot, unit.session = known.activity, known.slot, known.session
    return unit


def offered_by(unit: BookingUnit, on: date) -> Offered:
    """One query where the town caps domains."""
    activity = unit.activity
    return Offered(
        starts_on=unit.starts_on,
        ends_on=unit.ends_on,
        spans=spans_of(unit),
        where=where(activity),
        mode=Mode(unit.mode),
        is_shown=activity.is_shown,
        is_group=unit.slot_id is not None,
        opens_at=unit.opens_at,
        closes_at=unit.closes_at,
        age_min=activity.age_min,
        age_max=activity.age_max,
        levels=frozenset(activity.levels),
        documents=frozenset(unit.documents),
        domain=activity.domain,
        school_year=activity.school_year,
        cap=cap_on(activity.commune_id, activity.domain, on) if unit.slot_id is not None else None,
    )


def never_fits(starts_on: date, activity: Activity, child: Child) -> list[Misfit]:
    """The ages and classes of the group against those of the child, from what is read already: no query."""
    offered = Offered(
        starts_on=starts_on,
        ends_on=starts_on,
        spans=(),
        age_min=activity.age_min,
        age_max=activity.age_max,
        levels=frozenset(activity.levels),
    )
    return never(offered, Asked(child.born_on, child.level))


def where(activity: Activity) -> Where:
    site = activity.site
    return Where(site.pk, site.lon, site.lat) if site else Where()


@kept
def cap_on(commune_id: int, domain: str, day: date) -> int | None:
    rows = DomainCap.objects.filter(commune=commune_id, domain=domain, valid_from__lte=day)
    return rows.order_by("-valid_from").values_list("most", flat=True).first()


@kept
def hours_to_answer(commune_id: int, day: date) -> int:
    """The town's own, or those of the house."""
    rows = EnrolmentTerms.objects.filter(commune=commune_id, valid_from__lte=day)
    return rows.order_by("-valid_from").values_list("offer_hours", flat=True).first() or HOURS_TO_ANSWER


def asked(unit: BookingUnit, requests: Sequence[Request], on: date) -> list[Asked]:
    """A fixed number of queries for any number of requests."""
    children = tuple(sorted({each.child.pk for each in requests}))
    ties = Ties(children, on)
    held = _held_elsewhere(ties.elsewhere(unit.pk), unit.pk)
    papers = Drawer(children, {each.household.pk for each in requests}, on) if unit.documents else None
    paces: tuple[Pace, ...] = paces_of(unit.activity.commune) if held else ()
    return [
        Asked(
            born_on=each.child.born_on,
            level=each.child.level,
            rights=_right_of(each, ties),
            is_oneself=each.child.account_id is not None and each.child.account_id == each.hand.by_id,
            lives_there=(each.child.pk, each.household.pk) in ties.homes,
            papers=papers.of(each.child, each.household) if papers else Papers(),
            held=tuple(held.get(each.child.pk, ())),
            is_known=(each.child.pk, unit.pk) in ties.places,
            paces=paces,
        )
        for each in requests
    ]


def asked_one(unit: BookingUnit, request: Request) -> Asked:
    return asked(unit, [request], request.today)[0]


def _right_of(request: Request, ties: Ties) -> str | None:
    """Online, only the adult's own account speaks for the adult; an agent types what the adult asks."""
    adult = request.asked_by
    if adult is None:
        return None
    if request.channel == Channel.ONLINE and (adult.account_id is None or adult.account_id != request.hand.by_id):
        return None
    return ties.rights.get((request.child.pk, adult.pk))


def _held_elsewhere(children: set[int], unit: int) -> dict[int, list[Held]]:
    """Confirmed places in other units, by child."""
    found: dict[int, list[Held]] = defaultdict(list)
    if children:
        rows = Enrolment.objects.filter(child__in=children, state=EnrolmentState.CONFIRMED).exclude(unit=unit)
        for each in rows.select_related(*_WITH_HELD):
            found[each.child_id].append(held_by(each))
    return found


def held_by(enrolment: Enrolment) -> Held:
    unit = enrolment.unit
    activity = unit.activity
    return Held(
        unit.pk,
        activity.title,
        spans_of(unit),
        where(activity),
        activity.domain,
        activity.school_year,
        unit.slot_id is not None,
    )


def hold_families(requests: Sequence[Request]) -> None:
    """Homes, then children, in the order of their keys: two transactions about one child follow each other."""
    if not connection.features.has_select_for_update:
        return  # one writer at a time
    _held_homes(homes=tuple(sorted({each.household.pk for each in requests})))
    _held_children(children=tuple(sorted({each.child.pk for each in requests})))


@prepared
def _held_homes(*, homes: tuple[int, ...]) -> QuerySet[Household, int]:
    rows = Household.objects.select_for_update(no_key=True).filter(pk__in=homes)
    return rows.order_by("pk").values_list("pk", flat=True)


@prepared
def _held_children(*, children: tuple[int, ...]) -> QuerySet[Child, int]:
    rows = Child.objects.select_for_update(no_key=True).filter(pk__in=children)
    return rows.order_by("pk").values_list("pk", flat=True)
