"""Where a figure comes from and what it was meant to reach, in words."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.wording import number_words

from .enums import VerdictKind
from .figures import FigureTold
from .models import Target
from .reading import IndicatorTold
from .rules import is_reached


def source_words(told: FigureTold, entry: Entry) -> str:
    """The line under a figure: who says it, of which stretch, known when; "" when there is no figure."""
    if told.source:
        return _("%(source)s, %(day)s.") % {"source": told.source, "day": _day(told.until)}
    if told.taken_at is None:
        return ""
    words = {"year": told.year_name, "day": _day(timezone.localdate(told.taken_at)), "until": _day(told.until)}
    if told.is_over:
        return _("Compté par la plateforme, année %(year)s entière, relevé du %(day)s.") % words
    return _("Compté par la plateforme, année %(year)s jusqu’au %(until)s, relevé du %(day)s.") % words


def counted_words(kind: VerdictKind, count: int) -> str:
    """How many effects of a kind, without the number: "confirmés"."""
    match kind:
        case VerdictKind.CONFIRMED:
            return ngettext("confirmé", "confirmés", count)
        case VerdictKind.PARTLY:
            return ngettext("confirmé en partie", "confirmés en partie", count)
        case VerdictKind.REFUTED:
            return ngettext("non confirmé", "non confirmés", count)
        case _:
            return ngettext("n’a pas pu être mesuré", "n’ont pas pu être mesurés", count)


def target_words(told: IndicatorTold) -> str:
    """What the committee aimed at for the year, and what it aims at for the next; "" without either."""
    said = []
    if told.target is not None:
        said.append(_aimed(told, told.target) % {"value": _amount(told.target.amount, told.entry)})
    if told.next_target is not None:
        words = {"year": told.next_target.year_name, "value": _amount(told.next_target.amount, told.entry)}
        said.append(_("Cible %(year)s : %(value)s.") % words)
    return " ".join(said)


def _aimed(told: IndicatorTold, target: Target) -> str:
    """Reached or not, where there is a figure and a way that is better than the other."""
    value = told.figure.shown.value
    reached = None if value is None else is_reached(value, float(target.amount), told.entry.direction)
    if reached is None:
        return _("Cible de l’année : %(value)s.")
    return _("Cible de l’année : %(value)s, atteinte.") if reached else _("Cible de l’année : %(value)s, pas atteinte.")


def _amount(amount: object, entry: Entry) -> str:
    return number_words(float(amount), entry.unit)  # type: ignore[arg-type]


def _day(value: object) -> str:
    return date_format(value, "j F Y")  # type: ignore[arg-type]
