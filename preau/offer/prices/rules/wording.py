"""Prices as people say them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .bounds import highest, lowest
from .money import decimal_words, euros
from .terms import Bands, SiblingCut, Terms


def words(terms: Terms, unit: str = "") -> str:
    """``gratuit``, ``240 € pour un an``, ``de 12,40 € à 86 € pour une journée, selon le quotient``."""
    low, high = lowest(terms), highest(terms)
    if high == 0:
        return _("gratuit")
    told = {"low": euros(low), "high": euros(high), "unit": unit}
    if low == high:
        return _("%(high)s pour %(unit)s") % told if unit else euros(high)
    if unit:
        return _("de %(low)s à %(high)s pour %(unit)s, selon le quotient") % told
    return _("de %(low)s à %(high)s selon le quotient") % told


def band_words(grid: Bands, index: int) -> str:
    """``jusqu’à 400``, ``de 401 à 700``, ``plus de 700``, ``tous les quotients``."""
    start, end = grid.start_of(index), grid.bands[index].up_to
    if end is None:
        return _("plus de %(bound)d") % {"bound": start - 1} if index else _("tous les quotients")
    if not index:
        return _("jusqu’à %(bound)d") % {"bound": end}
    return _("de %(start)d à %(end)d") % {"start": start, "end": end}


def cut_words(cut: SiblingCut) -> str:
    """``10 % de moins``, ``5 € de moins``."""
    if cut.percent and cut.cents:
        told = {"percent": decimal_words(cut.percent), "amount": euros(cut.cents)}
        return _("%(percent)s %% puis %(amount)s de moins") % told
    if cut.percent:
        return _("%(percent)s %% de moins") % {"percent": decimal_words(cut.percent)}
    return _("%(amount)s de moins") % {"amount": euros(cut.cents)}
