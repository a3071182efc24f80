"""Prices that can be compared: what one session comes to, whatever the price pays for. Pure."""

from __future__ import annotations

from functools import lru_cache

from preau.foundation.text.search import folded

_PARTS = (
    (("an", "annee", "saison"), 1),
    (("trimestre",), 3),
    (("semestre",), 2),
    (("mois",), 10),
)
"""Words of a unit → in how many payments a year is cut."""
_WEEK = 5
"""A week of a holiday course is paid at once, and has five days."""


@lru_cache(maxsize=10_000)
def sessions_paid(unit: str, sessions: int) -> int:
    """How many sessions the price of a ``unit`` pays for, in an entry that has so many ``sessions`` in its year."""
    words = set(folded(unit).replace("'", " ").split())
    for names, parts in _PARTS:
        if words & set(names):
            return max(round(sessions / parts), 1)
    return min(max(sessions, 1), _WEEK) if words & {"semaine", "stage"} else 1


def by_session(cents: int, unit: str, sessions: int) -> int:
    """In cents, rounded to the nearest."""
    paid = sessions_paid(unit, sessions)
    return (2 * cents + paid) // (2 * paid)
