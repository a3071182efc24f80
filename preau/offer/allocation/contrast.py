"""One set of rules against another on the same wishes and the same draws: which children do better, which do worse.

Pure. A child does better on an earlier wish, and on any wish rather than on none.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .checking import check
from .compare import Balance, Given, Interval, balance_of, drawn, interval_of
from .errors import BadFile
from .problem import Problem, Rules
from .publishing import minimal
from .tables import Tables

_NOTHING = 65_535


@dataclass(frozen=True, slots=True)
class Contrast:
    """``better`` and ``worse``: children, with the second rules rather than the first."""

    first: Balance
    second: Balance
    better: Interval
    worse: Interval
    better_by: Mapping[tuple[str, str], Interval]
    worse_by: Mapping[tuple[str, str], Interval]


def contrast(problem: Problem, first: Rules, second: Rules, *, seed: bytes, draws: int = 200) -> Contrast:
    """By what the file says of children: each criterion held or not, and who asks with brothers and sisters.

    Raises BadFile, for rules that use what the file says nothing of too.
    """
    known = _known(problem)
    for rules in (first, second):
        check(replace(problem, rules=rules))
        for code in sorted({code for needed in rules.classes for code in needed} - known):
            raise BadFile(
                f"Ce fichier ne dit pas qui tient le critère « {code} » : ces règles ne peuvent pas s’y jouer."
            )
    groups = _groups(problem, known)
    balances, ranks = [], []
    for rules in (first, second):
        tried = replace(problem, rules=rules)
        kept: list[array[int]] = []
        balances.append(balance_of(tried, groups, _keeping(tried, kept, drawn(tried, seed, draws))))
        ranks.append(kept)
    better, worse = _moves(ranks[0], ranks[1]), _moves(ranks[1], ranks[0])
    named = [tuple(groups[each.key].items()) for each in problem.applications]
    return Contrast(
        balances[0],
        balances[1],
        interval_of([len(each) for each in better]),
        interval_of([len(each) for each in worse]),
        _by_group(better, named),
        _by_group(worse, named),
    )


def _by_group(moves: list[list[int]], named: list[tuple[tuple[str, str], ...]]) -> dict[tuple[str, str], Interval]:
    counts = [Counter(group for child in each for group in named[child]) for each in moves]
    every = sorted({group for each in named for group in each})
    return {group: interval_of([each[group] for each in counts]) for group in every}


def _known(problem: Problem) -> set[str]:
    """Criteria of which the file says who holds them: used by its own rules and reserves, or held by a child."""
    own = minimal(problem)
    used = {code for needed in own.rules.classes for code in needed}
    used |= {reserve.criterion for offer in own.offers for reserve in offer.reserves}
    for each in problem.applications:
        used |= each.facts.union(*(facts for _, facts in each.facts_at))
    return used


def _groups(problem: Problem, known: set[str]) -> dict[str, dict[str, str]]:
    told = {}
    for each in problem.applications:
        held = each.facts.union(*(facts for _, facts in each.facts_at))
        told[each.key] = {code: "yes" if code in held else "no" for code in sorted(known)}
        told[each.key]["siblings"] = "yes" if each.group else "no"
    return told


def _keeping(
    problem: Problem, kept: list[array[int]], draws: Iterator[tuple[Tables, Given]]
) -> Iterator[tuple[Tables, Given]]:
    """The same draws; the rank of each child in each of them is set aside."""
    for tables, given in draws:
        kept.append(array("H", [given.get(each.key, (_NOTHING, ()))[0] for each in problem.applications]))
        yield tables, given


def _moves(before: list[array[int]], after: list[array[int]]) -> list[list[int]]:
    """By draw, the children who do better after."""
    return [
        [child for child, (old, new) in enumerate(zip(olds, news, strict=True)) if new < old]
        for olds, news in zip(before, after, strict=True)
    ]
