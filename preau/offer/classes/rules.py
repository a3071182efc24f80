"""Who comes first, and what an offer asks of a class. Pure: counts and dates are arguments.

Priority, in this order, the same for every offer and said to everybody: the classes that have the fewest places this
year; then those that have lived the least in the pillars of the offer; then those that have lived the least at all;
then the teacher's own order; then a draw that nobody can choose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.text.days import french_day

LOOKS_BACK = 3
"""Over how many school years, this one included, what a class has lived is counted (brief d.4)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a class stands for an offer. ``hours`` are those lived over the last school years."""

    wish: int
    places_this_year: int
    hours_in_pillars: Decimal
    hours: Decimal
    rank: int
    lot: str

    @property
    def key(self) -> tuple[int, Decimal, Decimal, int, str]:
        return (self.places_this_year, self.hours_in_pillars, self.hours, self.rank, self.lot)


def in_order(standings: Iterable[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda each: each.key)


def lot(offer: int, group: int, year: int) -> str:
    """A draw that is the same each time, on any machine, and that neither side can choose."""
    return hashlib.sha256(f"{offer}/{group}/{year}".encode()).hexdigest()[:12]


def why_before(first: Standing, second: Standing) -> str:
    """In one sentence, why the first comes before the second."""
    if first.places_this_year != second.places_this_year:
        return _("elle a obtenu moins d’activités cette année")
    if first.hours_in_pillars != second.hours_in_pillars:
        return _("elle a moins vécu de ce que propose cette activité")
    if first.hours != second.hours:
        return _("elle a moins vécu d’activités ces trois dernières années")
    if first.rank != second.rank:
        return _("son enseignant ou enseignante l’a placée plus haut dans ses souhaits")
    return _("le tirage l’a désignée, à égalité pour tout le reste")


def standing_words(standing: Standing) -> str:
    """What put it there: counts that anybody can check."""
    places = ngettext(
        "%(n)d activité obtenue cette année", "%(n)d activités obtenues cette année", standing.places_this_year
    ) % {"n": standing.places_this_year}
    if not standing.hours:
        return _("%(places)s, rien vécu en trois ans") % {"places": places}
    return _("%(places)s, %(hours)s h vécues en trois ans") % {"places": places, "hours": hours_words(standing.hours)}


def hours_words(hours: Decimal) -> str:
    """``4``, ``1,5``."""
    return f"{hours.normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What an offer asks: ``levels`` empty for any level."""

    levels: frozenset[str]
    largest_group: int | None
    adults: int
    opens_on: date
    closes_on: date


@dataclass(frozen=True, slots=True)
class Misfit:
    """One reason why a class can't ask; ``field`` is the one that can mend it, "" when nothing typed can."""

    field: str
    sentence: str


def misfits(terms: OfferTerms, *, levels: Sequence[str], size: int, adults: int, on: date) -> list[Misfit]:
    """Empty when the class may ask."""
    found: list[Misfit] = []
    if on < terms.opens_on:
        found.append(Misfit("", _("Les demandes ouvrent le %(day)s.") % {"day": french_day(terms.opens_on)}))
    if on > terms.closes_on:
        found.append(Misfit("", _("Les demandes ont pris fin le %(day)s.") % {"day": french_day(terms.closes_on)}))
    if terms.levels and not terms.levels & set(levels):
        found.append(Misfit("group", _("Cette activité n’est pas proposée au niveau de cette classe.")))
    if terms.largest_group is not None and size > terms.largest_group:
        words = _("La classe compte %(size)d élèves ; l’activité en reçoit %(most)d au plus à la fois.")
        found.append(Misfit("group", words % {"size": size, "most": terms.largest_group}))
    if adults < terms.adults:
        words = ngettext(
            "Il faut %(n)d adulte au moins avec la classe.",
            "Il faut %(n)d adultes au moins avec la classe.",
            terms.adults,
        )
        found.append(Misfit("adults", words % {"n": terms.adults}))
    return found


def coverage(hours: Iterable[tuple[Sequence[str], Decimal]], pillars: Sequence[str]) -> dict[str, Decimal]:
    """Hours by pillar. Something that touches two pillars is shared between them, so that the sum stays the hours."""
    found = {pillar: Fraction(0) for pillar in pillars}
    for touched, lasted in hours:
        known = [each for each in touched if each in found]
        for each in known:
            found[each] += Fraction(lasted) / len(known)
    return {
        pillar: (Decimal(lived.numerator) / Decimal(lived.denominator)).quantize(Decimal("0.1"))
        for pillar, lived in found.items()
    }
