"""Saying that a figure was of use: it tells a living indicator from a dead one. Nobody is followed page by page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Max
from django.utils import timezone

from preau.people.accounts.hand import Hand

from .diet import Kept
from .enums import Status
from .errors import Withdrawn
from .models import Indicator, IndicatorReading, Value

KEPT_DAYS = 550
"""A year and a half: long enough for the diet to look back on a year."""


def say_used(indicator: Indicator, *, hand: Hand) -> bool:
    """Once a month by person; False when it was said already. Raises Withdrawn."""
    if not indicator.is_kept:
        raise Withdrawn
    if hand.by is None:
        raise ValueError(hand)
    month = timezone.localdate(hand.now).replace(day=1)
    _, is_new = IndicatorReading.objects.get_or_create(indicator=indicator, by=hand.by, month=month)
    return is_new


def is_used_by(indicator: Indicator, person: int, today: date) -> bool:
    return indicator.readings.filter(by=person, month=today.replace(day=1)).exists()


def kept_of(indicators: Iterable[Indicator], today: date) -> list[Kept]:
    """What the diet judges. Two queries."""
    chosen = list(indicators)
    readers = _readers([each.pk for each in chosen], today)
    last = _last_values([each.pk for each in chosen])
    return [
        Kept(
            str(each.number),
            each.entry.minutes,
            readers.get(each.pk, 0),
            each.chosen_on,
            each.entry.status == Status.COUNTED,
            last.get(each.pk),
        )
        for each in chosen
    ]


def forget_old_readings(today: date) -> int:
    return IndicatorReading.objects.filter(month__lt=today - timedelta(KEPT_DAYS)).delete()[0]


def _readers(indicators: list[int], today: date) -> dict[int, int]:
    since = IndicatorReading.objects.filter(indicator__in=indicators, month__gte=today - timedelta(365))
    return dict(since.values_list("indicator").annotate(people=Count("by", distinct=True)))


def _last_values(indicators: list[int]) -> dict[int, date]:
    told = Value.objects.filter(indicator__in=indicators).values_list("indicator").annotate(at=Max("typed_at"))
    return {indicator: timezone.localdate(at) for indicator, at in told.order_by()}
