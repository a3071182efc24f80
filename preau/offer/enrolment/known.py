"""What is known of a unit, and of those who ask for it: facts for the rules, read for many requests at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from preau.foundation.kept import kept
from preau.foundation.prepared import first, prepared
from preau.offer.activities.models import Activity
from preau.people.households.drawer import Drawer
from preau.people.households.enums import Channel, GuardianRights
from preau.people.households.models import Child, Guardian, Household, Residence
from preau.people.households.papers import Papers
from preau.town.areas.distance import Pace
from preau.town.areas.queries import paces_of

from .asking import Request
from .enums import LIVE, EnrolmentState, Mode
from .models import BookingUnit, DomainCap, Enrolment, EnrolmentTerms
from .rules import HOURS_TO_ANSWER, Asked, Held, Misfit, Offered, Where, never
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
    unit = first(rows_of(key=key))
    if unit is None:
        return None
    around(unit)
    return unit if unit.activity.is_shown else None


@prepared
def rows_of(*, key: UUID) -> QuerySet[BookingUnit, BookingUnit]:
    return BookingUnit.objects.filter(key=key).order_by()


def around(unit: BookingUnit) -> BookingUnit:
    """The unit with what ``units`` reads of it, from the last seconds."""
    known = _whole(unit.pk)
    unit.activity, unit.slot, unit.session = known.activity, known.slot, known.session
    return unit


@kept
def _whole(pk: int) -> BookingUnit:
    return units().get(pk=pk)


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
    rights = _rights(children, on)
    homes = set(_homes(children=children, on=on))
    held, known = _places(children, unit.pk)
    papers = Drawer(children, {each.household.pk for each in requests}, on) if unit.documents else None
    paces: tuple[Pace, ...] = paces_of(unit.activity.commune) if any(held.values()) else ()
    return [
        Asked(
            born_on=each.child.born_on,
            level=each.child.level,
            rights=_right_of(each, rights),
            is_oneself=each.child.account_id is not None and each.child.account_id == each.hand.by_id,
            lives_there=(each.child.pk, each.household.pk) in homes,
            papers=papers.of(each.child, each.household) if papers else Papers(),
            held=tuple(held[each.child.pk]),
            is_known=each.child.pk in known,
            paces=paces,
        )
        for each in requests
    ]


def asked_one(unit: BookingUnit, request: Request) -> Asked:
    return asked(unit, [request], request.today)[0]


def _right_of(request: Request, rights: Mapping[tuple[int, int], str]) -> str | None:
    """Online, only the adult's own account speaks for the adult; an agent types what the adult asks."""
    adult = request.asked_by
    if adult is None:
        return None
    if request.channel == Channel.ONLINE and (adult.account_id is None or adult.account_id != request.hand.by_id):
        return None
    return rights.get((request.child.pk, adult.pk))


def _rights(children: tuple[int, ...], on: date) -> dict[tuple[int, int], str]:
    """Whoever is blocked by one link has no right by another."""
    found: dict[tuple[int, int], str] = {}
    for child, adult, rights in _links(children=children, on=on):
        if found.get((child, adult)) != GuardianRights.BLOCKED:
            found[child, adult] = rights
    return found


@prepared
def _links(*, children: tuple[int, ...], on: date) -> QuerySet[Guardian, tuple[int, int, str]]:
    links = Guardian.objects.on(on).filter(child__pk__in=children, adult__erased_on__isnull=True)
    return links.values_list("child", "adult", "rights")


@prepared
def _homes(*, children: tuple[int, ...], on: date) -> QuerySet[Residence, tuple[int, int]]:
    return Residence.objects.on(on).filter(child__pk__in=children).order_by().values_list("child", "household")


@prepared
def _live(*, children: tuple[int, ...]) -> QuerySet[Enrolment, tuple[int, int, int, str]]:
    live = Enrolment.objects.filter(child__pk__in=children, state__in=LIVE).order_by()
    return live.values_list("pk", "child", "unit", "state")


def _places(children: tuple[int, ...], unit: int) -> tuple[dict[int, list[Held]], set[int]]:
    """(confirmed places elsewhere by child, children who have a place or a rank in this unit)."""
    rows = _live(children=children)
    known = {child for _pk, child, where, _state in rows if where == unit}
    elsewhere = [pk for pk, _child, where, state in rows if where != unit and state == EnrolmentState.CONFIRMED]
    found: dict[int, list[Held]] = defaultdict(list)
    if elsewhere:  # most children have none
        for each in Enrolment.objects.filter(pk__in=elsewhere).select_related(*_WITH_HELD):
            found[each.child_id].append(held_by(each))
    return found, known


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
