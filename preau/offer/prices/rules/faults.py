"""What makes terms impossible, and what makes them surprising. Sentences for whoever writes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from preau.foundation.text.money import whole_words

from .terms import Bands, Base, Flat, Linear, Terms
from .wording import band_words

MOST = 100_000_00
"""Cents: a price above is a slip of the finger."""
MOST_BANDS = 40


def faults(terms: Terms) -> list[str]:
    """Empty for terms that can be applied."""
    return [*_base(terms.base), *_around(terms)]


def surprises(terms: Terms) -> list[str]:
    """What is possible but rarely meant: families with more that pay less. To be confirmed by who writes it."""
    match terms.base:
        case Bands(bands, unknown):
            falls = [
                _("La tranche %(band)s coûte moins cher que la précédente.") % {"band": band_words(terms.base, i + 1)}
                for i, (first, second) in enumerate(pairwise(bands))
                if second.cents < first.cents
            ]
            if unknown < max(band.cents for band in bands):
                falls.append(_("Une famille qui ne dit pas son quotient paie moins que la tranche la plus chère."))
            return falls
        case Linear(_rate, _floor, ceiling, unknown) if unknown < ceiling:
            return [_("Une famille qui ne dit pas son quotient paie moins que le prix le plus haut.")]
    return []


def _base(base: Base) -> Iterator[str]:
    match base:
        case Flat(cents):
            yield from _amount(cents)
        case Bands(bands, unknown):
            if not bands:
                yield _("Écrivez au moins une tranche.")
                return
            if len(bands) > MOST_BANDS:
                yield _("Une grille a %(most)d tranches au plus.") % {"most": MOST_BANDS}
            for band in bands:
                yield from _amount(band.cents)
            yield from _amount(unknown)
            yield from _bounds(base)
        case Linear(rate, floor, ceiling, unknown):
            for cents in (floor, ceiling, unknown):
                yield from _amount(cents)
            if rate < 0:
                yield _("Le prix par point de quotient ne peut pas être négatif.")
            if floor > ceiling:
                yield _("Le prix le plus bas est plus haut que le prix le plus haut.")
            elif not floor <= unknown <= ceiling:
                yield _("Le prix sans quotient doit rester entre le prix le plus bas et le prix le plus haut.")


def _bounds(grid: Bands) -> Iterator[str]:
    if grid.bands[-1].up_to is not None:
        yield _("La dernière tranche n’a pas de fin : laissez sa borne vide.")
    bounds = [band.up_to for band in grid.bands[:-1]]
    if any(bound is None for bound in bounds):
        yield _("Seule la dernière tranche n’a pas de fin.")
        return
    for first, second in pairwise([0, *(bound for bound in bounds if bound is not None)]):
        if second < first or (second == first and second):
            told = {"second": whole_words(second), "first": whole_words(first)}
            yield _("La tranche « jusqu’à %(second)s » ne peut pas suivre « jusqu’à %(first)s ».") % told


def _around(terms: Terms) -> Iterator[str]:
    yield from _amount(terms.minimum)
    for cut in terms.siblings:
        if cut.from_child < 2:
            yield _("Une réduction pour la fratrie commence au deuxième enfant.")
        if not 0 <= cut.percent <= 100:
            yield _("Une réduction va de 0 à 100 %.")
        yield from _amount(cut.cents)
    if (rule := terms.outsiders) is not None:
        yield from _amount(rule.cents)
        yield from _amount(rule.own or 0)
        if not 0 <= rule.percent <= 1000:
            yield _("Un supplément va de 0 à 1 000 %.")
    if len({aid.name for aid in terms.aids}) != len(terms.aids):
        yield _("Deux aides portent le même nom.")
    for aid in terms.aids:
        yield from _amount(aid.cents)
        if aid.valid_from and aid.valid_to and aid.valid_to < aid.valid_from:
            yield _("L’aide « %(name)s » finit avant de commencer.") % {"name": aid.name}


def _amount(cents: int) -> Iterator[str]:
    if cents < 0:
        yield _("Un prix ne peut pas être négatif.")
    elif cents > MOST:
        yield _("Un prix ne peut pas dépasser 100 000 €.")
