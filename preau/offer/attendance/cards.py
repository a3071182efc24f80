"""What those who receive a child must have at hand that day: safety, what helps, who comes to collect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from preau.people.health.care import Care
from preau.people.health.enums import Allergen, Meal, Part
from preau.people.health.permissions import Reader
from preau.people.health.queries import cares_on
from preau.people.households.enums import GuardianRights
from preau.people.households.models import Adult, Child, Guardian, PickupAuthorisation

_COLLECTS = (GuardianRights.FULL, GuardianRights.USUAL_ACTS)


@dataclass(frozen=True, slots=True)
class Card:
    """``care`` is None when the family told nothing for this year, which is not the same as « nothing to know ».

    ``kept_away``: those to whom the child must not be given, whatever they say.
    """

    child: Child
    care: Care | None
    guardians: tuple[Adult, ...] = ()
    pickups: tuple[PickupAuthorisation, ...] = ()
    kept_away: tuple[str, ...] = ()

    @property
    def allergies(self) -> list[str]:
        if self.care is None:
            return []
        told = [str(Allergen(each).label) for each in self.care.allergies if each in Allergen.values]
        return [*told, *filter(None, [self.care.other_allergy])]

    @property
    def meal(self) -> str:
        is_usual = self.care is None or self.care.meal == Meal.EVERYTHING or self.care.meal not in Meal.values
        return "" if is_usual or self.care is None else str(Meal(self.care.meal).label)

    @property
    def is_alert(self) -> bool:
        """Shown before anybody opens the card."""
        return bool(self.kept_away or (self.care and (self.care.has_allergy or self.care.on_paper)))

    @property
    def is_care_withheld(self) -> bool:
        return self.care is not None and Part.CARE in self.care.withheld

    @property
    def who_collects(self) -> list[str]:
        return [*(str(each) for each in self.guardians), *(each.name for each in self.pickups)]


def cards_on(children: Iterable[Child], day: date) -> dict[int, Card]:
    """By child. Five queries, however many they are; the caller has passed the door of the session, that day."""
    asked = {each.pk: each for each in children}
    cares = cares_on(asked, day, Reader.LEADER)
    guardians: dict[int, list[Adult]] = defaultdict(list)
    away: dict[int, dict[int, str]] = defaultdict(dict)
    links = Guardian.objects.on(day).filter(child__in=asked, adult__erased_on__isnull=True).select_related("adult")
    for link in links:
        if link.rights == GuardianRights.BLOCKED:
            away[link.child_id][link.adult_id] = str(link.adult)
        elif link.rights in _COLLECTS:
            guardians[link.child_id].append(link.adult)
    pickups: dict[int, list[PickupAuthorisation]] = defaultdict(list)
    still = Q(until_on__isnull=True) | Q(until_on__gte=day)
    for each in PickupAuthorisation.objects.filter(still, child__in=asked, from_on__lte=day):
        pickups[each.child_id].append(each)
    return {
        pk: Card(
            child,
            cares.get(pk),
            tuple(adult for adult in guardians[pk] if adult.pk not in away[pk]),
            tuple(pickups[pk]),
            tuple(away[pk].values()),
        )
        for pk, child in asked.items()
    }
