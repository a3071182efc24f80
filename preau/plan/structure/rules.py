"""Pure decisions about the plan's codes and order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from preau.plan.structure.enums import ItemKind

_NUMBER = re.compile(r"(\d+)")
_CLOSEST = 1e-6
"""Two positions nearer than that leave no room between them: the neighbours are numbered again."""


def next_code(parent_code: str, letter: str, taken: Iterable[str]) -> str:
    """The first number never used under this parent: a code given once is never given to another item.

    ``taken`` holds every code of the plan, those of removed items included. ``letter`` is A, G, O, E, or R for a row.
    """
    prefix = f"{parent_code}.{letter}" if parent_code else letter
    pattern = re.compile(re.escape(prefix) + r"(\d+)\Z")
    numbers = [int(match[1]) for code in taken if (match := pattern.match(code))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def code_key(code: str) -> tuple[int | str, ...]:
    """Sorts A1.G2 before A1.G10."""
    return tuple(int(part) if part.isdecimal() else part for part in _NUMBER.split(code))


def position_after(places: Sequence[float], index: int) -> float | None:
    """A position that comes after the first ``index`` places (in growing order); None when there is no room left."""
    before = places[index - 1] if index else None
    after = places[index] if index < len(places) else None
    if before is None and after is None:
        return 1.0
    if after is None:
        return float(before or 0) + 1.0
    if before is None:
        return after - 1.0
    return (before + after) / 2 if after - before > _CLOSEST else None


def longest_growing(places: Sequence[Any]) -> set[int]:
    """Indexes of a longest growing series (patience sorting)."""
    tops: list[Any] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(last[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
        last[pile : pile + 1] = [index]
    chosen: set[int] = set()
    at = last[-1] if last else None
    while at is not None:
        chosen.add(at)
        at = before[at]
    return chosen


PARENT_OF = {
    ItemKind.AXIS: None,
    ItemKind.GENERAL_OBJECTIVE: ItemKind.AXIS,
    ItemKind.OPERATIONAL_OBJECTIVE: ItemKind.GENERAL_OBJECTIVE,
    ItemKind.EXPECTED_EFFECT: ItemKind.GENERAL_OBJECTIVE,
}
"""Under what an item of each kind stands."""
