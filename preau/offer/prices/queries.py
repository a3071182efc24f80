from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from preau.offer.prices.models import PriceRule


def in_force(rules: Iterable[PriceRule], on: date) -> dict[int, PriceRule]:
    """By the id of each rule, the one of its series that holds on that day. One query.

    A series that has ended, or has not begun, is not in the answer.
    """
    asked = list(rules)
    holding = {rule.series: rule for rule in PriceRule.objects.on(on).filter(series__in={r.series for r in asked})}
    return {rule.pk: holding[rule.series] for rule in asked if rule.series in holding}


def history(rule: PriceRule) -> list[PriceRule]:
    """The prices of a series, the last one first."""
    return list(PriceRule.objects.filter(series=rule.series).order_by("-valid_from"))


def next_of(rules: Iterable[PriceRule], on: date) -> dict[int, PriceRule]:
    """By the id of each rule, the first of its series that begins after that day. One query."""
    asked = list(rules)
    later = PriceRule.objects.filter(series__in={rule.series for rule in asked}, valid_from__gt=on)
    first = {rule.series: rule for rule in later.order_by("-valid_from")}
    return {rule.pk: first[rule.series] for rule in asked if rule.series in first}


def series_of(rules: Iterable[PriceRule]) -> dict[UUID, list[PriceRule]]:
    """Every price of the series of these rules, the first one first. One query."""
    found: dict[UUID, list[PriceRule]] = {rule.series: [] for rule in rules}
    for rule in PriceRule.objects.filter(series__in=list(found)).order_by("valid_from"):
        found[rule.series].append(rule)
    return found
