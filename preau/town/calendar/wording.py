"""Days and hours as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from .rules import Hours


def hour(moment: time) -> str:
    """``8 h 30``, ``18 h``."""
    if not moment.minute:
        return _("%(hour)d h") % {"hour": moment.hour}
    return _("%(hour)d h %(minute)02d") % {"hour": moment.hour, "minute": moment.minute}


def span(starts_at: time, ends_at: time) -> str:
    return f"{hour(starts_at)} – {hour(ends_at)}"


def weekday_name(weekday: int) -> str:
    return str(WEEKDAYS[weekday])


def overlap_sentence(first: Hours, second: Hours) -> str:
    """Which two bands claim the same minute, and when."""
    facts = {
        "day": weekday_name(first.weekday),
        "first": first.band.label,
        "first_span": span(first.starts_at, first.ends_at),
        "second": second.band.label,
        "second_span": span(second.starts_at, second.ends_at),
    }
    return _("Le %(day)s, « %(first)s » (%(first_span)s) et « %(second)s » (%(second_span)s) se chevauchent.") % facts


def days_words(days: Sequence[int]) -> str:
    """``lundi, mardi, jeudi et vendredi``; ``du lundi au vendredi`` when they follow each other."""
    names = [weekday_name(day) for day in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return _("du %(first)s au %(last)s") % {"first": names[0], "last": names[-1]}
    if len(names) < 2:
        return "".join(names)
    return _("%(others)s et %(last)s") % {"others": ", ".join(names[:-1]), "last": names[-1]}
