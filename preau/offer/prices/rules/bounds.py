"""The least and the most that a family of the town pays for its first child, before any aid."""

from __future__ import annotations

from .terms import Bands, Base, Flat, Free, Linear, Terms


def lowest(terms: Terms) -> int:
    """Cents."""
    return min(_reached(terms.base))


def highest(terms: Terms) -> int:
    """Cents."""
    return max(_reached(terms.base))


def highest_of(base: Base) -> int:
    return max(_reached(base))


def _reached(base: Base) -> tuple[int, ...]:
    match base:
        case Free():
            return (0,)
        case Flat(cents):
            return (cents,)
        case Bands(bands, unknown):
            return (*(band.cents for band in bands), unknown)
        case Linear(_, floor, ceiling, unknown):
            return (floor, ceiling, unknown)
