"""Amounts of firms and associations: told of several, none of which makes nearly all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .reasons import Reason
from .safe import Figure, SafeTable, sealed_table
from .thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Amounts:
    """What each structure received, by category (whole euros): the category and the total are told, or hidden."""

    series: str
    day: date
    name: str
    by_category: Mapping[str, Sequence[int]]


def protect_amounts(amounts: Amounts, thresholds: Thresholds) -> tuple[SafeTable, SafeTable]:
    """The total, and each category.

    The categories that are hidden together must themselves be one that could be told, as the total less the others
    tells their sum: others are hidden with them, the first by name, until they can; or the total is hidden too.
    """
    each = {category: tuple(found) for category, found in sorted(amounts.by_category.items())}
    if any(amount < 0 for found in each.values() for amount in found):
        raise ValueError("Amounts are not below zero.")
    everything = tuple(amount for found in each.values() for amount in found)
    hidden = {category for category, found in each.items() if not _may_be_told(found, thresholds)}
    others = [category for category in each if category not in hidden]
    while hidden and others and not _hide_each_other([each[category] for category in hidden], thresholds):
        hidden.add(others.pop(0))
    together = not hidden or _hide_each_other([each[category] for category in hidden], thresholds)
    is_total_told = _may_be_told(everything, thresholds) and together
    figures: dict[tuple[str, ...], Figure] = {
        (category,): Figure(None, Reason.FIRMS) if category in hidden else Figure(sum(found))
        for category, found in each.items()
    }
    total = Figure(sum(everything)) if is_total_told else Figure(None, Reason.FIRMS)
    return (
        sealed_table(amounts.series, amounts.day, (), {(): total}),
        sealed_table(amounts.series, amounts.day, (amounts.name,), figures),
    )


def _may_be_told(found: Sequence[int], thresholds: Thresholds) -> bool:
    counted = [amount for amount in found if amount]
    return len(counted) >= thresholds.firms and max(counted) * 100 <= sum(counted) * thresholds.firm_share


def _hide_each_other(categories: list[tuple[int, ...]], thresholds: Thresholds) -> bool:
    """At least two categories, the sum of which may be told, and none of which is nearly all of that sum."""
    every = [amount for found in categories for amount in found]
    largest = max(sum(found) for found in categories)
    return (
        len(categories) > 1 and _may_be_told(every, thresholds) and largest * 100 <= sum(every) * thresholds.firm_share
    )
