"""The price that a family is told, for one child and one home, with the lines that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from preau.offer.activities.pricing import price_on
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
    same = Q(
        unit__activity__organisation=unit.activity.organisation_id,
        unit__activity__school_year=unit.activity.school_year,
    )
    found: dict[int, set[int]] = {}
    for home, child in Enrolment.objects.filter(same, household__in=homes, state__in=SEATED).values_list(
        "household", "child"
    ):
        found.setdefault(home, set()).add(child)
    return found
