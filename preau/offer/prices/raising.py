"""Next year's prices out of this year's: so many percent more, rounded to coins that people have."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from preau.offer.prices.rules import Band, Bands, Flat, Free, Linear, Terms

STEPS = (1, 5, 10, 50, 100)
"""Cents to which raised prices may be rounded."""


def raised(terms: Terms, percent: Decimal, step: int = 1) -> Terms:
    """Every amount of the base, the minimum and the price of outsiders; reductions in percent follow by themselves.

    Aids and supplements in cents are decided elsewhere or on their own: they stay.
    """

    def up(cents: int) -> int:
        wanted = cents * (100 + percent) / (100 * step)
        return int(wanted.quantize(Decimal(1), rounding=ROUND_HALF_UP)) * step

    match terms.base:
        case Free() as free:
            base: Free | Flat | Bands | Linear = free
        case Flat(cents):
            base = Flat(up(cents))
        case Bands(bands, unknown):
            base = Bands(tuple(Band(each.up_to, up(each.cents)) for each in bands), up(unknown))
        case Linear(rate, floor, ceiling, unknown):
            more = (rate * (100 + percent) / 100).quantize(Decimal("0.00001"), rounding=ROUND_HALF_UP).normalize()
            base = Linear(more, up(floor), up(ceiling), up(unknown))
    outside = terms.outsiders
    if outside is not None and outside.own is not None:
        outside = replace(outside, own=up(outside.own))
    return replace(terms, base=base, outsiders=outside, minimum=up(terms.minimum))
