"""Whole cents out of decimals. How people read them is ``foundation.text.money``."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def rounded(cents: Decimal) -> int:
    """The nearest whole cent; half a cent goes up."""
    return int(cents.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def part(cents: int, percent: Decimal) -> int:
    """So many percent of an amount, in whole cents."""
    return rounded(cents * percent / 100)
