"""A study's document, read again: what pages, tables and sentences are made of. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

from .rulesets import RuleSet

LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Range:
    """Nine draws in ten are between ``low`` and ``high``. Of children, or of a hundred of them."""

    low: int
    middle: int
    high: int

    @property
    def is_one(self) -> bool:
        return self.low == self.high

    def of_100(self, total: int) -> Range:
        return Range(*(percent(each, total) for each in (self.low, self.middle, self.high)))


@dataclass(frozen=True, slots=True)
class Told:
    """What one set of rules gives; ``rules`` None: first come, first served. ``totals``: by rank, over the draws.
    ``mean``: the mean rank obtained, in hundredths; None in a document of an older program.
    """

    letter: str
    name: str
    rules: RuleSet | None
    children: int
    draws: int
    served: Range
    first: Range
    totals: tuple[int, ...]
    envy: Range
    empty: Range
    mean: Range | None = None

    @property
    def served_share(self) -> Range:
        return self.served.of_100(self.children)

    @property
    def first_share(self) -> Range:
        return self.first.of_100(self.children)

    @property
    def ranks(self) -> list[int]:
        """Of a thousand children: on the first wish, the second, the third, a later one, on none. They add up."""
        every = self.children * self.draws
        counts = [*self.totals, 0, 0, 0][:3]
        counts.append(sum(self.totals[3:]))
        cuts = [sum(counts[:end]) * 2000 // every for end in range(len(counts) + 1)]
        rounded = [(cut + 1) // 2 for cut in cuts]
        shares = [after - before for before, after in pairwise(rounded)]
        return [*shares, 1000 - rounded[-1]]

    @property
    def mean_rank(self) -> float:
        """Of the wishes that were granted, to a tenth."""
        granted = sum(self.totals)
        return round(sum(rank * count for rank, count in enumerate(self.totals, 1)) / granted, 1) if granted else 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Children told together. ``of`` None: too few, not told; ``served`` None: too few for percentages.

    ``ranks``: the mean rank obtained, in hundredths, by each set of rules, first come last; None where too few have
    something, and nothing at all in a document of an older program.
    """

    what: str
    which: str
    label: str
    of: int | None
    served: tuple[int, ...] | None
    first: tuple[int, ...] | None
    first_come: tuple[int, int] | None
    ranks: tuple[Range | None, ...] = ()

    @property
    def gaps(self) -> tuple[int, ...]:
        """Points more, or less, of children served than by first come, first served; one per set of rules."""
        if self.served is None or self.first_come is None:
            return ()
        return tuple(share - self.first_come[0] for share in self.served)


@dataclass(frozen=True)
class Findings:
    draws: int
    children: int
    offers: int
    seats: int
    sets: tuple[Told, ...]
    first_come: Told
    groups: tuple[Group, ...]
    format: str = ""

    @property
    def every(self) -> tuple[Told, ...]:
        return (*self.sets, self.first_come)

    @property
    def has_ranks(self) -> bool:
        """Whether it tells the mean rank of groups."""
        return any(group.ranks for group in self.groups)

    @cached_property
    def families(self) -> list[tuple[str, list[Group]]]:
        """Groups by what they are told by, in the order of a council's questions."""
        order = ("area", "quotient", "family", "siblings", "sex", "inclusion")
        ranked = sorted(self.groups, key=lambda group: (order.index(group.what), group.which == "none", group.which))
        return [(what, list(each)) for what, each in groupby(ranked, key=lambda group: group.what)]


def read(document: str) -> Findings:
    kept = json.loads(document)
    draws, children = kept["draws"], kept["children"]
    sets = tuple(
        _told(letter, each["name"], _rules(each), each, children, draws)
        for letter, each in zip(LETTERS, kept["sets"], strict=False)
    )
    return Findings(
        draws,
        children,
        kept["offers"],
        kept["seats"],
        sets,
        _told("", "", None, kept["first_come"], children, 1),
        tuple(_group(each) for each in kept["groups"]),
        kept["format"],
    )


def percent(count: int, of: int) -> int:
    return (200 * count + of) // (2 * of) if of else 0


def _told(letter: str, name: str, rules: RuleSet | None, kept: dict[str, Any], children: int, draws: int) -> Told:
    ranges = (Range(*kept[each]) for each in ("served", "first"))
    served, first = ranges
    return Told(
        letter,
        name,
        rules,
        children,
        draws,
        served,
        first,
        tuple(kept["totals"]),
        Range(*kept["envy"]),
        Range(*kept["empty"]),
        Range(*kept["mean_rank"]) if "mean_rank" in kept else None,
    )


def _rules(kept: dict[str, Any]) -> RuleSet:
    found = ("served", "first", "mean_rank", "totals", "envy", "empty")
    return RuleSet.from_json({name: value for name, value in kept.items() if name not in found})


def _group(kept: dict[str, Any]) -> Group:
    served, first, first_come = (
        tuple(kept[each]) if each in kept else None for each in ("served", "first", "first_come")
    )
    ranks = tuple(Range(*each) if each else None for each in kept.get("ranks", ()))
    return Group(kept["what"], kept["which"], kept["label"], kept["of"], served, first, first_come, ranks)  # type: ignore[arg-type]
