"""The order of the operations, always the same (decision 0019):

1. the price of the base: free, flat, the band of the quotient, or quotient x rate kept between floor and ceiling;
2. families that live elsewhere: the highest price or a price of their own, then the supplement;
3. siblings: the best reduction that the rank of the child gives right to;
4. reductions stop at the minimum, and at the floor of a price that has one;
5. aids, one after the other, never below nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from preau.foundation.text.money import decimal_words, euros, whole_words

from .bounds import highest_of
from .household import Household, Line, Quote
from .money import part, rounded
from .terms import Aid, Bands, Flat, Free, Linear, Outsiders, SiblingCut, Terms
from .wording import band_words, cut_words


def price(terms: Terms, household: Household) -> Quote:
    """What the household pays for one child, and why. ``terms`` are without fault (``faults.py``)."""
    lines = list(_base(terms, household))
    if not household.is_resident and terms.outsiders is not None:
        lines += _outside(terms.outsiders, highest_of(terms.base), _sum(lines))
    full = _sum(lines)
    lines += _siblings(terms, household, full)
    lines += _minimum(terms, full, _sum(lines))
    lines += _aids(terms, household, _sum(lines))
    return Quote.of(lines)


def _sum(lines: list[Line]) -> int:
    return sum(line.cents for line in lines)


def _base(terms: Terms, household: Household) -> Iterator[Line]:
    quotient = household.quotient
    match terms.base:
        case Free():
            yield Line(_("Gratuit pour toutes les familles"), 0)
        case Flat(cents):
            yield Line(_("Prix unique"), cents)
        case Bands(unknown=unknown) | Linear(unknown=unknown) if quotient is None:
            yield Line(_("Quotient familial non indiqué : prix prévu dans ce cas"), unknown)
        case Bands() as grid:
            index = grid.at(quotient or 0)
            told = {"quotient": whole_words(quotient or 0), "band": band_words(grid, index)}
            yield Line(_("Quotient %(quotient)s : tranche %(band)s") % told, grid.bands[index].cents)
        case Linear() as linear:
            yield from _linear(linear, quotient or 0)


def _linear(linear: Linear, quotient: int) -> Iterator[Line]:
    computed = rounded(linear.rate * quotient * 100)
    told = {"quotient": whole_words(quotient), "rate": decimal_words(linear.rate)}
    yield Line(_("Quotient %(quotient)s × %(rate)s €") % told, computed)
    if computed < linear.floor:
        yield Line(
            _("Le prix le plus bas est de %(amount)s") % {"amount": euros(linear.floor)}, linear.floor - computed
        )
    if computed > linear.ceiling:
        told = {"amount": euros(linear.ceiling)}
        yield Line(_("Le prix le plus haut est de %(amount)s") % told, linear.ceiling - computed)


def _outside(rule: Outsiders, top: int, reached: int) -> Iterator[Line]:
    """Never less than in town: a price of their own that is lower is not applied."""
    if rule.at_highest and top > reached:
        yield Line(_("Famille d’une autre commune : prix le plus haut"), top - reached)
        reached = top
    if rule.own is not None and rule.own > reached:
        told = {"amount": euros(rule.own)}
        yield Line(_("Famille d’une autre commune : prix de %(amount)s") % told, rule.own - reached)
        reached = rule.own
    if rule.percent:
        told = {"percent": decimal_words(rule.percent)}
        yield Line(_("Famille d’une autre commune : %(percent)s %% de plus") % told, part(reached, rule.percent))
    if rule.cents:
        yield Line(_("Famille d’une autre commune : supplément"), rule.cents)


def _siblings(terms: Terms, household: Household, full: int) -> Iterator[Line]:
    """Reductions are not added up: the family has the best of those it has a right to."""
    open_to = [cut for cut in terms.siblings if cut.from_child <= household.rank]
    if not open_to:
        return
    best = min(open_to, key=lambda cut: _after(cut, full))
    if (off := full - _after(best, full)) > 0:
        told = {"rank": household.rank, "cut": cut_words(best)}
        yield Line(_("%(rank)de enfant de la famille : %(cut)s") % told, -off)


def _after(cut: SiblingCut, full: int) -> int:
    return max(0, part(full, 100 - cut.percent) - cut.cents)


def _minimum(terms: Terms, full: int, reduced: int) -> Iterator[Line]:
    """A minimum stops reductions; it makes nothing dearer than without them."""
    floor = terms.base.floor if isinstance(terms.base, Linear) else 0
    least = min(max(terms.minimum, floor), full)
    if reduced < least:
        told = {"amount": euros(least)}
        yield Line(_("Les réductions s’arrêtent à %(amount)s") % told, least - reduced)


def _aids(terms: Terms, household: Household, due: int) -> Iterator[Line]:
    for aid in _accepted(terms, household):
        taken = min(aid.cents, due)
        due -= taken
        if taken:
            yield Line(_("Aide déduite : %(name)s") % {"name": aid.name}, -taken)


def _accepted(terms: Terms, household: Household) -> list[Aid]:
    """Those of the household that the organiser takes, each once, in the order in which they were voted."""
    return [aid for aid in terms.aids if aid in household.aids]
