"""The door of a place, as people say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .opening import MIDNIGHT, Opening, Span, Standing


def hour(moment: time) -> str:
    """``8 h 30``, ``18 h``, ``midi``, ``minuit``."""
    if moment == MIDNIGHT or moment == time(0):
        return _("minuit")
    if not moment.minute:
        return _("%(hour)d h") % {"hour": moment.hour}
    return _("%(hour)d h %(minute)02d") % {"hour": moment.hour, "minute": moment.minute}


def span_words(span: Span) -> str:
    return _("%(start)s – %(end)s") % {"start": hour(span.opens_at), "end": hour(span.closes_at)}


def day_words(day: date) -> str:
    """``lundi 30 novembre``, ``mardi 1er décembre``."""
    written = date_format(day, "l j F")
    return written.replace(" 1 ", " 1er ") if get_language() == "fr" else written


def spans_words(spans: Sequence[Span]) -> str:
    """``9 h – 12 h, 14 h – 18 h``; "" for a day on which the door stays shut."""
    return ", ".join(span_words(span) for span in spans)


def standing_words(standing: Standing, today: date) -> str:
    """One sentence: ``Ouvert jusqu’à 19 h``, ``Fermé, ouvre à 14 h``, ``Fermé, ouvre lundi à 9 h``."""
    if not standing.is_known:
        return _("Horaires à confirmer")
    if standing.is_open:
        if standing.until is None:
            return _("Accessible à toute heure")
        return _("Ouvert jusqu’à %(hour)s") % {"hour": hour(standing.until)}
    said = _next_words(standing, today)
    return f"{said} ({standing.reason})" if standing.reason else said


def _next_words(standing: Standing, today: date) -> str:
    if standing.next_day is None or standing.next_at is None:
        return _("Fermé")
    facts = {"hour": hour(standing.next_at), "day": ""}
    ahead = (standing.next_day - today).days
    if ahead == 0:
        return _("Fermé, ouvre à %(hour)s") % facts
    if ahead == 1:
        return _("Fermé, ouvre demain à %(hour)s") % facts
    if ahead < 7:
        return _("Fermé, ouvre %(day)s à %(hour)s") % {**facts, "day": WEEKDAYS[standing.next_day.weekday()]}
    return _("Fermé, ouvre le %(day)s à %(hour)s") % {**facts, "day": day_words(standing.next_day)}


def since_words(at: datetime, now: datetime) -> str:
    """How long ago somebody said it: ``à l’instant``, ``il y a 20 minutes``, ``il y a 3 heures``."""
    passed = now - at
    if passed < timedelta(minutes=2):
        return _("à l’instant")
    if passed < timedelta(hours=1):
        return _("il y a %(count)d minutes") % {"count": passed // timedelta(minutes=1)}
    if passed < timedelta(hours=2):
        return _("il y a une heure")
    if passed < timedelta(days=1):
        return _("il y a %(count)d heures") % {"count": passed // timedelta(hours=1)}
    if passed < timedelta(days=2):
        return _("hier")
    return _("il y a %(count)d jours") % {"count": passed // timedelta(days=1)}


def overlap_sentence(first: Opening, second: Opening) -> str:
    facts = {
        "day": WEEKDAYS[first.weekday],
        "first": span_words(Span(first.opens_at, first.closes_at)),
        "second": span_words(Span(second.opens_at, second.closes_at)),
    }
    return _("Le %(day)s, %(first)s et %(second)s se chevauchent.") % facts
