"""Which price an activity has on a day: the one of its series that holds then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from preau.foundation.kept import kept
from preau.offer.activities.models import Activity
from preau.offer.prices.models import PriceRule
from preau.offer.prices.queries import series_of


def prices_on(activities: Iterable[Activity], day: date) -> dict[int, PriceRule]:
    """By the id of each activity. An activity that has not begun has the price of its first day, one that is over
    that of its last. ``price_rule`` is read: fetch it with the activities. One query.
    """
    asked = [(each, each.price_rule) for each in activities if each.price_rule is not None]
    series = series_of(rule for _activity, rule in asked)
    found: dict[int, PriceRule] = {}
    for activity, rule in asked:
        holding = _holding(series[rule.series], activity, day)
        if holding is not None:
            found[activity.pk] = holding
    return found


def price_on(activity: Activity, day: date) -> PriceRule | None:
    """None: no price was told, or none holds that day. One query at most."""
    rule = activity.price_rule
    if rule is None:
        return None
    return _holding(_series(rule.series), activity, day)


def _holding(series: Iterable[PriceRule], activity: Activity, day: date) -> PriceRule | None:
    on = min(max(day, activity.starts_on), activity.ends_on)
    return next((each for each in series if each.holds_on(on)), None)


@kept
def _series(key: UUID) -> tuple[PriceRule, ...]:
    return tuple(PriceRule.objects.filter(series=key).order_by("valid_from"))
