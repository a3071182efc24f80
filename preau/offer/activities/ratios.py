"""How many adults an activity of the town needs at least, in one sentence. For forms, pages and posters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.kept import kept
from preau.offer.activities.enums import Public, Rhythm, Season
from preau.offer.activities.models import Activity, Slot
from preau.offer.staffing.enums import RatioCase, Setting
from preau.offer.staffing.queries import ratios
from preau.offer.staffing.rules import SIX, Ratio, Share, adults_needed
from preau.people.organisations.enums import OrganisationKind
from preau.plan.structure.models import TerritorialEducationPlan

YOUNG_PEOPLE = 14
"""From that age on, young people have a centre of their own (accueil de jeunes), with other rules."""
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Staffing:
    """``adults``: at least. ``is_met`` is None where the entry does not say how many adults there are."""

    adults: int
    words: str
    why: str
    source: str
    is_met: bool | None


def staffing_of(activity: Activity, on: date) -> Staffing | None:
    """None where the law asks nothing of this entry, or where it does not say enough (places, hours).

    The law on collective care of minors binds what the town offers to children; a club's lesson is not such a care.
    ``organisation`` and ``slots`` are read. Two queries more.
    """
    slots = list(activity.slots.all())
    if not slots or not is_care(activity):
        return None
    day = min(max(on, activity.starts_on), activity.ends_on)
    return told(activity, slots, day, ratios(), has_plan=has_plan(activity.commune_id, day))


def told(
    activity: Activity, slots: Sequence[Slot], on: date, known: Sequence[Ratio], *, has_plan: bool
) -> Staffing | None:
    """The most demanding of the slots. No query."""
    found: list[list[Share]] = []
    for slot in slots:
        children = slot.capacity or activity.capacity or 0
        for setting in _settings(slot):
            shares: list[Share] = []
            for age in _ages(activity):
                need = adults_needed({age: children}, setting, _duration(slot), on, has_plan=has_plan, ratios=known)
                shares += need.shares if need else ()
            if shares:
                found.append(shares)
    if not found:
        return None
    worst = max(found, key=lambda shares: max((share.adults, share.children) for share in shares))
    adults = max(share.adults for share in worst)
    ratio = worst[0].ratio
    is_met = None if activity.staff is None else activity.staff >= adults
    return Staffing(adults, _words(worst), str(RatioCase(ratio.case).label), ratio.source, is_met)


def is_care(activity: Activity) -> bool:
    """Whether the law on collective care of minors binds this entry: what the town offers to children.

    ``organisation`` is read.
    """
    return (
        activity.organisation.kind == OrganisationKind.TOWN_SERVICE
        and bool({Public.CHILD, Public.YOUNG} & set(activity.audiences))
        and (activity.age_min or 0) < YOUNG_PEOPLE
    )


def adults_for(slot: Slot, ages: Mapping[int, int], on: date, known: Sequence[Ratio], *, has_plan: bool) -> int:
    """How many adults the law asks for these children of a care, in its most demanding moment. No query.

    0 where no value of the law is known: nothing is refused for a number that nobody has.
    """
    needs = [
        adults_needed(ages, setting, _duration(slot), on, has_plan=has_plan, ratios=known)
        for setting in _settings(slot)
    ]
    return max((need.adults for need in needs if need), default=0)


@kept
def has_plan(commune_id: int, on: date) -> bool:
    """Whether an education plan of the town is in force that day. One query at most."""
    plans = TerritorialEducationPlan.objects.kept().filter(commune=commune_id, adopted_on__lte=on)
    return plans.filter(starts_on__lte=on, ends_on__gte=on).exists()


def _settings(slot: Slot) -> list[Setting]:
    day = slot.first_on.weekday() if slot.rhythm == Rhythm.ONCE and slot.first_on else slot.weekday
    if slot.rhythm == Rhythm.HOLIDAYS or slot.season == Season.HOLIDAYS or day in _WEEKEND:
        return [Setting.OUT_OF_SCHOOL]
    return [Setting.AROUND_SCHOOL, Setting.OUT_OF_SCHOOL] if slot.season == Season.ALWAYS else [Setting.AROUND_SCHOOL]


def _duration(slot: Slot) -> timedelta:
    any_day = date(2000, 1, 1)
    return datetime.combine(any_day, slot.ends_at) - datetime.combine(any_day, slot.starts_at)


def _ages(activity: Activity) -> list[int]:
    """An age of each group that may come: under six, six and over."""
    youngest, oldest = activity.age_min or 0, activity.age_max
    return [age for age, is_open in ((SIX - 1, youngest < SIX), (SIX, oldest is None or oldest >= SIX)) if is_open]


def _words(shares: Sequence[Share]) -> str:
    """``24 enfants de 6 ans et plus : 2 adultes au moins.``"""
    if len(shares) == 2:
        small, tall = shares
        told = {"children": small.children, "small": _adults(small.adults), "tall": _adults(tall.adults)}
        return _("Jusqu’à %(children)d enfants : %(tall)s au moins à partir de 6 ans, %(small)s avant 6 ans.") % told
    (share,) = shares
    facts = {"children": share.children, "adults": _adults(share.adults)}
    if share.under_six:
        sentence = ngettext(
            "%(children)d enfant de moins de 6 ans : %(adults)s au moins.",
            "%(children)d enfants de moins de 6 ans : %(adults)s au moins.",
            share.children,
        )
    else:
        sentence = ngettext(
            "%(children)d enfant de 6 ans et plus : %(adults)s au moins.",
            "%(children)d enfants de 6 ans et plus : %(adults)s au moins.",
            share.children,
        )
    return sentence % facts


def _adults(count: int) -> str:
    return ngettext("%(count)d adulte", "%(count)d adultes", count) % {"count": count}
