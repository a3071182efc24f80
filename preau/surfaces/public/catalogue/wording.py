"""The facts of an entry in a few words: when, for whom, at what price."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from preau.foundation.text.money import euros
from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.models import Activity, Slot
from preau.offer.finding.entries import Entry, Tariff
from preau.offer.finding.money import by_session, sessions_paid
from preau.offer.finding.vocabulary import DAYS

WEEK = tuple(DAYS.values())
"""By weekday, 0 is Monday."""


def hour_words(at: time) -> str:
    """``14 h``, ``9 h 30``, on one line."""
    if not at.minute:
        return _("%(hour)d h") % {"hour": at.hour}
    return _("%(hour)d h %(minute)02d") % {"hour": at.hour, "minute": at.minute}


def instant_words(at: datetime) -> str:
    """``mercredi 25 novembre, 14 h``."""
    here = timezone.localtime(at)
    return f"{day_words(here.date())}, {hour_words(here.time())}"


def day_words(day: date) -> str:
    return f"{WEEK[day.weekday()]} {date_format(day, _('j F'))}"


def when_words(slots: Iterable[Slot]) -> list[str]:
    """``mercredi et samedi, 14 h – 15 h``: one line for each hour and rhythm, in the order of the week."""
    groups: dict[tuple[str, str, time, time], list[Slot]] = {}
    for slot in slots:
        season = slot.season if slot.rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY) else ""
        groups.setdefault((slot.rhythm, season, slot.starts_at, slot.ends_at), []).append(slot)
    return [_line(rhythm, season, start, end, group) for (rhythm, season, start, end), group in groups.items()]


def _line(rhythm: str, season: str, start: time, end: time, slots: list[Slot]) -> str:
    hours = f"{hour_words(start)} – {hour_words(end)}"
    if rhythm == Rhythm.ONCE:
        days = listed([day_words(slot.first_on) for slot in slots if slot.first_on])
    elif rhythm == Rhythm.HOLIDAYS:
        days = _("chaque jour des vacances, du lundi au vendredi")
    else:
        names = dict.fromkeys(str(WEEK[slot.weekday]) for slot in slots if slot.weekday is not None)
        days = listed(list(names))
        if rhythm == Rhythm.FORTNIGHTLY:
            days = _("%(days)s, une semaine sur deux") % {"days": days}
        if season == Season.HOLIDAYS:
            days = _("%(days)s pendant les vacances") % {"days": days}
        elif season == Season.ALWAYS:
            days = _("%(days)s toute l’année") % {"days": days}
    return f"{days}, {hours}"


def listed(words: list[str], last: str | None = None) -> str:
    """``a``, ``a et b``, ``a, b et c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])}{_(' et ') if last is None else last}{words[-1]}"


def age_words(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return _("tous les âges")
    if last is None:
        return _("dès %(age)d ans") % {"age": first}
    if first is None:
        return _("jusqu’à %(age)d ans") % {"age": last}
    if first == last:
        return _("%(age)d ans") % {"age": first}
    return _("de %(first)d à %(last)d ans") % {"first": first, "last": last}


def price_words(activity: Activity, tariff: Tariff | None, quotient: int | None) -> str:
    """``gratuit``, ``240 € pour un an``, ``de 2 € à 9 €``; at a quotient, its own price."""
    if tariff is None:
        return activity.price_words or _("tarif auprès de l’organisateur")
    unit = _(" pour %(unit)s") % {"unit": tariff.unit} if tariff.unit else ""
    if tariff.highest == 0:
        return _("gratuit")
    if quotient is not None:
        return f"{euros(tariff.at(quotient))}{unit}"
    if tariff.lowest == tariff.highest:
        return f"{euros(tariff.highest)}{unit}"
    return _("de %(low)s à %(high)s") % {"low": euros(tariff.lowest), "high": euros(tariff.highest)} + unit


def session_price_words(entry: Entry, tariff: Tariff | None, quotient: int | None) -> str:
    """What one session comes to, when the price pays for many: ``environ 2,40 € la séance``. Else nothing."""
    if tariff is None or tariff.highest == 0 or sessions_paid(tariff.unit, entry.sessions) < 2:
        return ""
    cents = tariff.lowest if quotient is None else tariff.at(quotient)
    amount = {"amount": euros(by_session(cents, tariff.unit, entry.sessions))}
    if quotient is None and tariff.lowest != tariff.highest:
        return _("dès %(amount)s la séance environ") % amount
    return _("environ %(amount)s la séance") % amount
