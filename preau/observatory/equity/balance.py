"""Where children live and where things take place, quarter by quarter: shares of the town, never a count of a few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.cache import cache

from preau.observatory.disclosure import Thresholds

KEPT_SECONDS = 7 * 24 * 3600
SHORT_UNDER = 0.6
"""A quarter is short of things to do when its share of the sessions is under that much of its share of the children."""

_CHILDREN = """
WITH told AS (SELECT area, share * (aged_4_5 + aged_6_10 + aged_11_17) AS children FROM squares)
SELECT area, sum($step * round(children / $step)) FROM told WHERE children >= $least GROUP BY area"""
_SESSIONS = """
SELECT a.area, count(*) FROM sessions s JOIN activities a USING (activity)
WHERE s.school_year = $year AND NOT s.cancelled AND a.area <> '' AND a.state IN ('published', 'stale')
  AND a.activity IN (SELECT activity FROM activity_tags WHERE kind = 'audience' AND value IN ('child', 'young'))
GROUP BY a.area"""


class Facts(Protocol):
    """What is read of a snapshot (``preau.observatory.facts.reading``)."""

    @property
    def version(self) -> str: ...
    def ask(self, sql: str, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class Balance:
    """A quarter. ``children`` and ``sessions`` are its shares of the town's, from 0 to 1."""

    area: str
    children: float
    sessions: float

    @property
    def is_short(self) -> bool:
        return self.sessions < SHORT_UNDER * self.children

    @property
    def gap(self) -> float:
        return self.children - self.sessions


def balance_of(facts: Facts, year: int, thresholds: Thresholds) -> list[Balance]:
    """The quarter that lacks most first; kept until the facts change. Empty where nobody knows the squares.

    Children of 4 to 17 of the census, by the squares that may be told.
    """
    key = f"balance:{facts.version}:{year}:{thresholds.since}"
    kept = cache.get(key)
    if kept is None:
        kept = _asked(facts, year, thresholds)
        cache.set(key, kept, KEPT_SECONDS)
    return list(kept)


def _asked(facts: Facts, year: int, thresholds: Thresholds) -> list[Balance]:
    rows = facts.ask(_CHILDREN, {"least": thresholds.cell, "step": thresholds.rounding})
    children = {area: float(count) for area, count in rows if area and count >= thresholds.percentage}
    sessions = {area: float(count) for area, count in facts.ask(_SESSIONS, {"year": year}) if area in children}
    everybody, everything = sum(children.values()), sum(sessions.values())
    if not everything:
        return []
    told = [Balance(area, count / everybody, sessions.get(area, 0) / everything) for area, count in children.items()]
    return sorted(told, key=lambda each: (-each.gap, each.area))
