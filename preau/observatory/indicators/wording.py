"""A figure in words that a mayor reads: the number and its unit, or why there is none."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .enums import Direction, Status, Unit
from .figures import Missing
from .library import Entry
from .measures import MEASURES, Of
from .models import Value
from .shown import Shown

NBSP = "\u00a0"
LEAST_ANSWERS = 20


def figure_words(each: Shown, entry: Entry) -> str:
    """In short, for a list: "42 %", "2 sur 3", "+3,5 points"."""
    figure = each.figure
    if each.is_hidden:
        return _("masqué")
    if figure.value is None:
        return _outside_words(each, entry) if figure.missing == Missing.OUTSIDE else _("pas encore mesurable")
    if entry.unit == Unit.SHARE and figure.counted is not None and not each.as_percent:
        return _out_of(each, entry)
    return number_words(figure.value, entry.unit)


def why_words(each: Shown) -> str:
    """The sentence under a figure that is not there; "" when it is."""
    if each.is_hidden:
        return _(
            "Trop peu de personnes sont derrière ce chiffre, ou aucune : le montrer pourrait les faire reconnaître."
        )
    missing = each.figure.missing
    if missing is None:
        return ""
    return _("Ne peut pas être mesuré : %(why)s.") % {"why": Missing(missing).label}


def among_words(each: Shown, entry: Entry) -> str:
    """How many among how many, "" where it is no share."""
    figure = each.figure
    if each.is_hidden or figure.counted is None or figure.among is None:
        return ""
    return _out_of(each, entry)


def since_words(each: Shown, until: date) -> str:
    """Of which day a figure of people is, where it is not the last one that is known; "" otherwise."""
    if each.is_hidden or each.since is None or each.since >= until:
        return ""
    return _("Chiffre du %(day)s : il ne change que lorsque assez de personnes sont arrivées ou parties.") % {
        "day": date_format(each.since, "j F Y")
    }


def _is_about(entry: Entry) -> bool:
    """Numbers of people are rounded."""
    return entry.code in MEASURES and MEASURES[entry.code].of is Of.PEOPLE


def _out_of(each: Shown, entry: Entry) -> str:
    figure = each.figure
    told = {"counted": _whole(figure.counted), "among": _whole(figure.among)}
    return _("environ %(counted)s sur %(among)s") % told if _is_about(entry) else _("%(counted)s sur %(among)s") % told


def number_words(value: float, unit: str) -> str:
    """With its unit; gaps and points have their sign."""
    match unit:
        case Unit.SHARE:
            return f"{_number(value, 0)}{NBSP}%"
        case Unit.POINTS:
            return ngettext("%(number)s point", "%(number)s points", _plural(value)) % {
                "number": _signed(value, 0 if round(value, 1) == round(value) else 1)
            }
        case Unit.GAP:
            return _signed(value, 1)
        case Unit.INDEX:
            return _signed(value, 2)
        case Unit.DAYS:
            return ngettext("%(number)s jour", "%(number)s jours", _plural(value)) % {"number": _number(value, 0)}
        case Unit.HOURS:
            return ngettext("%(number)s heure", "%(number)s heures", _plural(value)) % {"number": _number(value, 1)}
        case Unit.MINUTES:
            return ngettext("%(number)s minute", "%(number)s minutes", _plural(value)) % {"number": _number(value, 0)}
        case Unit.GRAMS:
            return f"{_number(value, 0)}{NBSP}g"
        case Unit.SCORE:
            return _("%(number)s sur 100") % {"number": _number(value, 0)}
        case Unit.RATIO:
            return _number(value, 2)
    return _number(value, 0 if round(value, 1) == round(value) else 1)


def value_words(value: Value, entry: Entry) -> str:
    """A survey that few answered says nothing, and could tell who said what."""
    if value.answers is not None and value.answers < LEAST_ANSWERS:
        return _("masqué : moins de %(count)s réponses") % {"count": LEAST_ANSWERS}
    if value.counted is not None and value.among is not None and entry.unit == Unit.SHARE and value.among < 20:
        told = {"counted": _whole(float(value.counted)), "among": _whole(float(value.among))}
        return _("%(counted)s sur %(among)s") % told
    return number_words(float(value.amount), entry.unit)


def change_words(now: Shown, before: Shown, entry: Entry) -> str:
    """What moved since the same days of the year before, and whether it is wished for; "" when nothing can be said."""
    if now.value is None or before.value is None or _is_few(now, entry) or _is_few(before, entry):
        return ""
    gap = now.value - before.value
    unit = Unit.POINTS if entry.unit == Unit.SHARE else entry.unit
    if number_words(abs(gap), unit) == number_words(0, unit):
        return _("Comme à la même période l’an dernier.")
    size = number_words(abs(gap), unit).lstrip("+")
    told = (
        _("%(size)s de plus qu’à la même période l’an dernier")
        if gap > 0
        else _("%(size)s de moins qu’à la même période l’an dernier")
    )
    return told % {"size": size} + _wish(gap, now.value, before.value, entry)


def _wish(gap: float, now: float, before: float, entry: Entry) -> str:
    match entry.direction:
        case Direction.UP | Direction.RISE_THEN_HOLD | Direction.FULL:
            good = gap > 0
        case Direction.DOWN:
            good = gap < 0
        case Direction.ZERO:
            good = abs(now) < abs(before)
        case Direction.ONE:
            good = abs(now - 1) < abs(before - 1)
        case _:
            return "."
    return _(", dans le sens souhaité.") if good else _(", à l’opposé de ce que l’on souhaite.")


def _is_few(each: Shown, entry: Entry) -> bool:
    return entry.unit == Unit.SHARE and not each.as_percent


def status_words(entry: Entry) -> str:
    return str(entry.where_it_comes_from)


def minutes_words(minutes: int) -> str:
    """ "2 h 30", "45 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def is_collected(entry: Entry) -> bool:
    return entry.status in (Status.TYPED, Status.SURVEY, Status.OUTSIDE)


def _outside_words(each: Shown, entry: Entry) -> str:
    told = {"counted": _whole(each.figure.counted)}
    return _("environ %(counted)s comptés") % told if _is_about(entry) else _("%(counted)s comptés") % told


def _whole(number: float | None) -> str:
    return number_format(round(number or 0), decimal_pos=0, force_grouping=True)


def _number(value: float, places: int) -> str:
    return number_format(round(value, places), decimal_pos=places, force_grouping=True)


def _signed(value: float, places: int) -> str:
    told = _number(abs(value), places)
    if round(value, places) == 0:
        return told
    return f"+{told}" if value > 0 else f"−{told}"


def _plural(value: float) -> int:
    return 2 if abs(value) >= 2 else 1
