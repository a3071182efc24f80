"""Which offers nobody can join both: at the same time, or too far apart for the minutes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .problem import Offer, Rules, Span


def clashes(offers: Sequence[Offer], rules: Rules) -> list[frozenset[int]]:
    """For each offer, the indices of those that it clashes with.

    A day of every week and a dated day never meet: an activity of the year stops in the holidays.
    """
    travel = _travel(rules)
    found: list[set[int]] = [set() for _ in offers]
    for day in _by_day(offers).values():
        longest = max([rules.travel_minutes, *travel.values()])
        day.sort(key=lambda each: (each[1].start, each[1].end, each[0]))
        for position, (first, early) in enumerate(day):
            for second, late in day[position + 1 :]:
                if late.start >= early.end + longest:
                    break
                if first != second and late.start < early.end + _minutes(offers, first, second, rules, travel):
                    found[first].add(second)
                    found[second].add(first)
    return [frozenset(each) for each in found]


def overlap(one: Offer, other: Offer, rules: Rules) -> bool:
    return bool(clashes((one, other), rules)[0])


def _by_day(offers: Sequence[Offer]) -> dict[str, list[tuple[int, Span]]]:
    days: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for index, offer in enumerate(offers):
        for span in offer.spans:
            days[span.day].append((index, span))
    return days


def _travel(rules: Rules) -> dict[tuple[str, str], int]:
    both = {(start, end): minutes for start, end, minutes in rules.travel}
    return both | {(end, start): minutes for (start, end), minutes in both.items()}


def _minutes(offers: Sequence[Offer], first: int, second: int, rules: Rules, travel: dict[tuple[str, str], int]) -> int:
    """None inside one place, nor when a place is not known."""
    here, there = offers[first].place, offers[second].place
    if not here or not there or here == there:
        return 0
    return travel.get((here, there), rules.travel_minutes)
