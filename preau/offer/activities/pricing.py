"""Which price an activity has on a day: the one of its series that holds then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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
        on = min(max(day, activity.starts_on), activity.ends_on)
        holding = next((each for each in series[rule.series] if each.holds_on(on)), None)
        if holding is not None:
            found[activity.pk] = holding
    return found


def price_on(activity: Activity, day: date) -> PriceRule | None:
    """None: no price was told, or none holds that day. One query."""
    return prices_on([activity], day).get(activity.pk)
