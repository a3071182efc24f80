"""The price that a family is told, for one child and one home, with the lines that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from preau.foundation.prepared import prepared
from preau.offer.activities.pricing import price_on, prices_on
from preau.offer.prices.rules import Household as Payer
from preau.offer.prices.rules import Quote, Terms, price, terms_of
from preau.people.households.quotients import quotients_on

from .asking import Request
from .enums import SEATED
from .models import BookingUnit, Enrolment


@dataclass(frozen=True, slots=True)
class Told:
    """``cents`` is None where the price depends on the organiser, who tells it in words."""

    cents: int | None = None
    lines: list[list[Any]] = field(default_factory=list)
    unit: str = ""


def quotes(unit: BookingUnit, requests: Sequence[Request], on: date) -> list[Told]:
    """In the order of the requests. Four queries at most."""
    rule = price_on(unit.activity, on)
    if rule is None:
        return [Told() for _each in requests]
    terms = terms_of(rule)
    homes = {each.household.pk for each in requests}
    quotients = quotients_on(homes, on) if terms.asks_quotient else {}
    siblings = _children_with_places(homes, unit) if terms.siblings else {}
    return [_told(terms, _payer(each, quotients, siblings), rule.unit) for each in requests]


def prices(units: Iterable[BookingUnit], request: Request) -> dict[int, Told]:
    """By unit, for one child and one home. Four queries for any number of units, whose ``price_rule`` is read."""
    asked, on = list(units), request.today
    rules = prices_on([unit.activity for unit in asked], on)
    terms = {unit.pk: terms_of(rules[unit.activity_id]) for unit in asked if unit.activity_id in rules}
    home = request.household.pk
    quotients = quotients_on({home}, on) if any(each.asks_quotient for each in terms.values()) else {}
    served = _served(home) if any(each.siblings for each in terms.values()) else {}
    found: dict[int, Told] = {}
    for unit in asked:
        if unit.pk not in terms:
            found[unit.pk] = Told()
            continue
        same = served.get((unit.activity.organisation_id, unit.activity.school_year), set())
        payer = _payer(request, quotients, {home: same})
        found[unit.pk] = _told(terms[unit.pk], payer, rules[unit.activity_id].unit)
    return found


def _told(terms: Terms, payer: Payer, unit: str) -> Told:
    quote: Quote = price(terms, payer)
    return Told(quote.cents, [[line.label, line.cents] for line in quote.lines], unit)


def _payer(request: Request, quotients: dict[int, int], siblings: dict[int, set[int]]) -> Payer:
    home = request.household
    return Payer(
        quotient=quotients.get(home.pk),
        is_resident=home.is_resident,
        siblings=len(siblings.get(home.pk, set()) - {request.child.pk}),
    )


def _children_with_places(homes: set[int], unit: BookingUnit) -> dict[int, set[int]]:
    """Children of each home who have a place with the same organiser in the same school year: they come before."""
    activity, found = unit.activity, dict[int, set[int]]()
    rows = _seated(homes=tuple(sorted(homes)), organisation=activity.organisation_id, school_year=activity.school_year)
    for home, child in rows:
        found.setdefault(home, set()).add(child)
    return found


@prepared
def _seated(*, homes: tuple[int, ...], organisation: int, school_year: int) -> QuerySet[Enrolment, tuple[int, int]]:
    same = Q(unit__activity__organisation=organisation, unit__activity__school_year=school_year)
    rows = Enrolment.objects.filter(same, household__pk__in=homes, state__in=SEATED)
    return rows.order_by().values_list("household", "child")


def _served(home: int) -> dict[tuple[int, int], set[int]]:
    """Children of a home who have a place, by organiser and school year."""
    found: dict[tuple[int, int], set[int]] = {}
    rows = Enrolment.objects.filter(household=home, state__in=SEATED)
    for organisation, year, child in rows.values_list(
        "unit__activity__organisation", "unit__activity__school_year", "child"
    ):
        found.setdefault((organisation, year), set()).add(child)
    return found
