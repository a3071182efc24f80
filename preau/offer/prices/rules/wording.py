"""Prices as people say them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date as long_day
from preau.foundation.text.money import decimal_words, euros, whole_words

from .bounds import highest, lowest
from .terms import Aid, Bands, Linear, Outsiders, SiblingCut, Terms


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
        return _("plus de %(bound)s") % {"bound": whole_words(start - 1)} if index else _("tous les quotients")
    if not index:
        return _("jusqu’à %(bound)s") % {"bound": whole_words(end)}
    return _("de %(start)s à %(end)s") % {"start": whole_words(start), "end": whole_words(end)}


def cut_words(cut: SiblingCut) -> str:
    """``10 % de moins``, ``5 € de moins``."""
    if cut.percent and cut.cents:
        told = {"percent": decimal_words(cut.percent), "amount": euros(cut.cents)}
        return _("%(percent)s %% puis %(amount)s de moins") % told
    if cut.percent:
        return _("%(percent)s %% de moins") % {"percent": decimal_words(cut.percent)}
    return _("%(amount)s de moins") % {"amount": euros(cut.cents)}


def conditions(terms: Terms) -> list[str]:
    """What changes the price of the base, a sentence each, in the order in which it is applied."""
    return [*_outside(terms.outsiders), *_siblings(terms), *_minimum(terms), *(aid_words(aid) for aid in terms.aids)]


def rate_words(linear: Linear) -> str:
    """``0,055 € par point de quotient, entre 15 € et 95 €``."""
    told = {"rate": decimal_words(linear.rate), "floor": euros(linear.floor), "ceiling": euros(linear.ceiling)}
    return _("%(rate)s € par point de quotient, entre %(floor)s et %(ceiling)s") % told


def aid_words(aid: Aid) -> str:
    """The aid, its amount, its days, and who has a right to it."""
    told = {
        "name": aid.name,
        "amount": euros(aid.cents),
        "start": long_day(aid.valid_from),
        "end": long_day(aid.valid_to),
    }
    if aid.valid_from and aid.valid_to:
        sentence = _("Aide déduite, « %(name)s » : %(amount)s, du %(start)s au %(end)s.") % told
    elif aid.valid_to:
        sentence = _("Aide déduite, « %(name)s » : %(amount)s, jusqu’au %(end)s.") % told
    elif aid.valid_from:
        sentence = _("Aide déduite, « %(name)s » : %(amount)s, à partir du %(start)s.") % told
    else:
        sentence = _("Aide déduite, « %(name)s » : %(amount)s.") % told
    return f"{sentence} {aid.condition}".strip()


def _outside(rule: Outsiders | None) -> Iterator[str]:
    if rule is None:
        return
    told = {"percent": decimal_words(rule.percent), "amount": euros(rule.cents), "own": euros(rule.own or 0)}
    parts = []
    if rule.at_highest:
        parts.append(_("le prix le plus haut"))
    if rule.own is not None:
        parts.append(_("%(own)s au moins") % told)
    if rule.percent:
        parts.append(_("%(percent)s %% de plus") % told)
    if rule.cents:
        parts.append(_("%(amount)s de plus") % told)
    if parts:
        *others, last = parts
        told = {"parts": _("%(others)s, et %(last)s") % {"others": ", ".join(others), "last": last} if others else last}
        yield _("Familles d’une autre commune : %(parts)s.") % told


def _siblings(terms: Terms) -> Iterator[str]:
    for cut in sorted(terms.siblings, key=lambda each: each.from_child):
        told = {"rank": cut.from_child, "cut": cut_words(cut)}
        yield _("À partir du %(rank)de enfant de la famille : %(cut)s.") % told


def _minimum(terms: Terms) -> Iterator[str]:
    if terms.minimum:
        yield _("Les réductions s’arrêtent à %(amount)s.") % {"amount": euros(terms.minimum)}
