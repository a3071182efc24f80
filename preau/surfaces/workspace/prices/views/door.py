"""How a page reaches a price, and for whom somebody may write one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from preau.offer.prices.models import PriceRule
from preau.offer.prices.permissions import PRICES
from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.request import actor, load, require

OF_TOWN = "ville"


def rules() -> QuerySet[PriceRule]:
    return PriceRule.objects.select_related("organisation", "commune")


def the_rule(request: HttpRequest, pk: int, action: str = "read") -> PriceRule:
    """403 for whoever has no business with prices, 404 for a price of another association."""
    require(request, PRICES, "read")
    return load(request, PRICES, action, rules(), pk=pk)


def owners(request: HttpRequest) -> list[tuple[str, Organisation | None]]:
    """(key, organisation) of those for whom the person may write; None is the town."""
    who = actor(request)
    told: list[tuple[str, Organisation | None]] = []
    if who.holds(Role.PLAN_COORDINATOR, Role.CATALOGUE_AGENT):
        told.append((OF_TOWN, None))
    mine = Organisation.objects.filter(pk__in=who.parts.get(Role.PROVIDER, frozenset()))
    return [*told, *((str(each.pk), each) for each in mine)]
