from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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


def current_of_town(commune_id: int, on: date) -> list[PriceRule]:
    """What the town charges on a day, by name."""
    return list(PriceRule.objects.of_town().on(on).filter(commune=commune_id))
