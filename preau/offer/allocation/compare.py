"""Rules side by side, before the vote: many draws under each, and first come, first served.

It ranks nothing: it counts who is served, on which wish, by group; and what no rule should leave, envy and empty seats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .checking import check
from .problem import Problem, Rules
from .seats import turned_away
from .solving import solve_tables
from .tables import Tables, draw_numbers, offers_of, tabulate

type Given = dict[str, tuple[int, tuple[str, ...]]]
"""By application that has something: the rank of its best wish granted, from 1, and its offers."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Of a count over the draws: nine in ten are between ``low`` and ``high``."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Children, in numbers. ``by_group``: (what, which) → (served, on their first wish); ``of``: how many they are.

    ``mean_rank``: of the wishes granted, in hundredths of a rank, among the children who have something; ``mean_ranks``
    the same by group, None where some draw serves none of it.
    ``totals``: by rank, the children served on that wish in all the draws together; they add up, as medians do not.
    ``envy``: children refused where the voted rules would have seated them; ``empty``: those of them for whom a seat
    was even left empty.
    """

    children: int
    served: Interval
    first_wish: Interval
    ranks: Mapping[int, Interval]
    totals: Mapping[int, int]
    by_group: Mapping[tuple[str, str], tuple[Interval, Interval]]
    of: Mapping[tuple[str, str], int]
    mean_rank: Interval
    mean_ranks: Mapping[tuple[str, str], Interval | None]
    envy: Interval
    empty: Interval


def compare(
    problem: Problem,
    rules: Mapping[str, Rules],
    groups: Mapping[str, Mapping[str, str]],
    *,
    seed: bytes,
    draws: int = 200,
) -> dict[str, Balance]:
    """Each set of rules with the same draws."""
    tried = {name: replace(problem, rules=voted) for name, voted in rules.items()}
    return {name: balance(each, groups, seed=seed, draws=draws) for name, each in tried.items()}


def balance(
    problem: Problem,
    groups: Mapping[str, Mapping[str, str]],
    *,
    seed: bytes,
    draws: int = 200,
    after_draw: Callable[[], object] = lambda: None,
) -> Balance:
    """One set of rules. ``after_draw`` is called after each of them: what it raises stops everything."""
    check(problem)
    return balance_of(problem, groups, drawn(problem, seed, draws, after_draw))


def compare_first_come(
    problem: Problem, arrivals: Mapping[str, int], groups: Mapping[str, Mapping[str, str]], *, seed: bytes
) -> Balance:
    """What the same families would have had by the hour of arrival; ``problem``: with the rules envy is read by."""
    tables = tabulate(problem, draw_numbers(problem, seed))
    return balance_of(problem, groups, iter([(tables, _first_come(tables, arrivals))]))


def drawn(
    problem: Problem, seed: bytes, draws: int, after_draw: Callable[[], object] = lambda: None
) -> Iterator[tuple[Tables, Given]]:
    """What each draw gives."""
    for turn in range(draws):
        tables = tabulate(problem, draw_numbers(problem, seed + turn.to_bytes(4)))
        solved = solve_tables(tables, first_activity_first=problem.rules.first_activity_first)
        yield (
            tables,
            {
                application.key: (
                    min(seat.rank for seat in seats.values()) + 1,
                    tuple(tables.offers[offer].key for offer in sorted(seats)),
                )
                for application, seats in zip(tables.applications, solved.seats, strict=True)
                if seats
            },
        )
        after_draw()


def _first_come(tables: Tables, arrivals: Mapping[str, int]) -> Given:
    """Each takes the best that is left, all the places at once."""
    left = [offer.seats for offer in tables.offers]
    given: Given = {}
    line = sorted(enumerate(tables.applications), key=lambda each: (arrivals[each[1].key], each[0]))
    for child, application in line:
        taken: set[int] = set()
        ranks: list[int] = []
        for rank, wish in enumerate(tables.wishes[child], 1):
            offers = set(offers_of(wish))
            is_free = all(left[each] and tables.clashes[each].isdisjoint(taken) for each in offers)
            if len(ranks) < application.most and is_free and offers.isdisjoint(taken):
                ranks.append(rank)
                taken |= offers
                for each in offers:
                    left[each] -= 1
        if ranks:
            given[application.key] = (ranks[0], tuple(tables.offers[each].key for each in sorted(taken)))
    return given


def balance_of(
    problem: Problem, groups: Mapping[str, Mapping[str, str]], draws: Iterator[tuple[Tables, Given]]
) -> Balance:
    """``draws``: of this problem."""
    served, ranks, envy, empty = [], [], [], []
    by_group: list[tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], Counter[tuple[str, str]]]] = []
    for tables, given in draws:
        served.append(len(given))
        ranks.append(Counter(rank for rank, _ in given.values()))
        firsts = [key for key, (rank, _) in given.items() if rank == 1]
        by_group.append((_count(given, groups), _count(firsts, groups), _rank_sums(given, groups)))
        envied, unused = _envy(tables, given)
        envy.append(envied)
        empty.append(unused)
    everybody = _count([each.key for each in problem.applications], groups)
    longest = max((len(each.wishes) for each in problem.applications), default=0)
    return Balance(
        children=len(problem.applications),
        served=interval_of(served),
        first_wish=interval_of([each[1] for each in ranks]),
        ranks={rank: interval_of([each[rank] for each in ranks]) for rank in range(1, longest + 1)},
        totals={rank: sum(each[rank] for each in ranks) for rank in range(1, longest + 1)},
        by_group={
            group: (
                interval_of([each[group] for each, _, _ in by_group]),
                interval_of([each[group] for _, each, _ in by_group]),
            )
            for group in sorted(everybody)
        },
        of=dict(sorted(everybody.items())),
        mean_rank=interval_of(
            [hundredths(sum(r * n for r, n in each.items()), each.total()) for each in ranks if each]
        ),
        mean_ranks={
            group: interval_of([hundredths(sums[group], counts[group]) for counts, _, sums in by_group])
            if all(counts[group] for counts, _, _ in by_group)
            else None
            for group in sorted(everybody)
        },
        envy=interval_of(envy),
        empty=interval_of(empty),
    )


def _count(keys: Sequence[str] | Given, groups: Mapping[str, Mapping[str, str]]) -> Counter[tuple[str, str]]:
    return Counter(group for key in keys for group in groups.get(key, {}).items())


def _rank_sums(given: Given, groups: Mapping[str, Mapping[str, str]]) -> Counter[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for key, (rank, _) in given.items():
        for group in groups.get(key, {}).items():
            sums[group] += rank
    return sums


def hundredths(total: int, of: int) -> int:
    """A mean, rounded, that is the same on any machine."""
    return (200 * total + of) // (2 * of)


def _envy(tables: Tables, given: Given) -> tuple[int, int]:
    """Among children who ask alone for single offers and have nothing, or less than they would."""
    lines: list[list[int]] = [[] for _ in tables.offers]
    for child, application in enumerate(tables.applications):
        for key in given.get(application.key, (0, ()))[1]:
            offer = tables.index[key]
            lines[offer].append(tables.priority(child, offer))
    members = {child for group in tables.groups for child in group}
    envied = unused = 0
    for child, application in enumerate(tables.applications):
        wishes = tables.wishes[child]
        if child in members or any(len(offers_of(wish)) > 1 for wish in wishes):
            continue
        better = wishes[: given[application.key][0] - 1] if application.key in given else wishes
        seats = [_would_seat(tables, offer, lines[offer], child) for wish in better for offer in offers_of(wish)]
        envied += any(seat is not None for seat in seats)
        unused += any(seat is True for seat in seats)
    return envied, unused


def _would_seat(tables: Tables, offer: int, line: list[int], child: int) -> bool | None:
    """True on a seat that nobody has, False in place of somebody, None not at all."""
    own = tables.priority(child, offer)
    away, _ = turned_away(tables, offer, tables.slots[offer], sorted([*line, own]))
    return None if own in away else not away


def interval_of(counts: Sequence[int]) -> Interval:
    line = sorted(counts) or [0]
    last = len(line) - 1
    return Interval(line[last * 5 // 100], line[last // 2], line[last - last * 5 // 100])
