"""Days and hours as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .enums import DayKind
from .moments import Moment
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


def day_words(day: date, *, with_year: bool = True) -> str:
    """``mardi 24 novembre 2026``, ``samedi 1er mai``."""
    name = formats.date_format(day, "l")
    return f"{name} {_written(day, 'j F Y' if with_year else 'j F')}"


def zone_words(zone: str) -> str:
    """``zone C``; a place that is its own zone has its name: ``Corse``."""
    return _("zone %(name)s") % {"name": zone} if len(zone) == 1 else zone


def dates_words(first: date, last: date) -> str:
    """``le vendredi 7 mai 2027``, ``du 7 au 18 décembre 2026``, ``du 19 décembre 2026 au 3 janvier 2027``."""
    if first == last:
        return _("le %(day)s") % {"day": day_words(first)}
    start = "j F Y" if first.year != last.year else "j F" if first.month != last.month else "j"
    return _("du %(first)s au %(last)s") % {"first": _written(first, start), "last": _written(last, "j F Y")}


def _written(day: date, pattern: str) -> str:
    written = formats.date_format(day, pattern)
    return f"1er{written[1:]}" if day.day == 1 and get_language() == "fr" else written


def moment_words(moment: Moment) -> str:
    """What a date and an hour are at a place, in one sentence; why nothing opens, when nothing does."""
    if moment.band is not None and moment.hours is not None:
        facts = {"band": moment.band.label, "span": span(moment.hours.starts_at, moment.hours.ends_at)}
        return _("%(band)s (%(span)s).") % facts
    day = moment.on
    if day.kind == DayKind.BANK_HOLIDAY:
        return _("fermé, c’est un jour férié : %(name)s.") % {"name": day.reason}
    if moment.is_shut and moment.hours is not None and day.hours:
        return _("« %(band)s » n’ouvre pas : %(reason)s.") % {"band": moment.hours.band.label, "reason": day.reason}
    if moment.is_shut:
        return _("fermé : %(reason)s.") % {"reason": day.reason}
    if day.week is None and day.holiday:
        return _("rien n’est ouvert. Ce lieu n’a pas d’horaires pour les vacances (%(name)s).") % {"name": day.holiday}
    if day.week is None:
        return _("rien n’est ouvert. Ce lieu n’a pas d’horaires à cette date.")
    if day.hours:
        hours = ", ".join(f"{each.band.label} {span(each.starts_at, each.ends_at)}" for each in day.hours)
        return _("rien n’est ouvert à cette heure. Ce jour-là : %(hours)s.") % {"hours": hours}
    return _("rien n’est ouvert ce jour-là.")
