"""The list of prices: by owner, what is charged today, what comes, what has ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count

from preau.offer.activities.models import Activity
from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import terms_of, words
from preau.people.organisations.models import Organisation

SOON = timedelta(days=60)


@dataclass(slots=True)
class Series:
    """The prices of one name. ``rule`` is the one to show first: today's, else the next, else the last."""

    rule: PriceRule
    words: str
    coming: PriceRule | None = None
    uses: int = 0
    is_current: bool = False
    is_over: bool = False
    ends_soon: bool = False


@dataclass(slots=True)
class Owner:
    """``organisation`` None is the town."""

    organisation: Organisation | None
    series: list[Series] = field(default_factory=list)


def by_owner(rules: Iterable[PriceRule], on: date) -> tuple[list[Owner], list[Series]]:
    """(owners with what lives, series that have ended). The town comes first. One query, for the uses."""
    told = list(_series(rules, on))
    owners: dict[int, Owner] = {}
    for each in sorted(told, key=lambda series: (_owner_key(series.rule), series.rule.name.casefold())):
        if not each.is_over:
            owner = owners.setdefault(each.rule.organisation_id or 0, Owner(each.rule.organisation))
            owner.series.append(each)
    return list(owners.values()), [each for each in told if each.is_over]


def _owner_key(rule: PriceRule) -> tuple[bool, str]:
    return (rule.organisation is not None, rule.organisation.name if rule.organisation else "")


def _series(rules: Iterable[PriceRule], on: date) -> Iterable[Series]:
    grouped: dict[UUID, list[PriceRule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.valid_from):
        grouped.setdefault(rule.series, []).append(rule)
    uses = _uses(grouped)
    for series, group in grouped.items():
        current = next((rule for rule in group if rule.holds_on(on)), None)
        coming = next((rule for rule in group if rule.valid_from > on), None)
        shown = current or coming or group[-1]
        yield Series(
            rule=shown,
            words=words(terms_of(shown), shown.unit),
            coming=coming if current else None,
            uses=uses.get(series, 0),
            is_current=current is not None,
            is_over=current is None and coming is None,
            ends_soon=bool(current and not coming and current.valid_to and current.valid_to <= on + SOON),
        )


def _uses(series: Iterable[UUID]) -> dict[UUID, int]:
    counted = (
        Activity.objects.filter(price_rule__series__in=list(series))
        .order_by()
        .values_list("price_rule__series")
        .annotate(Count("pk"))
    )
    return dict(counted)
