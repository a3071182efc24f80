"""Who asks, in a turn: a child alone, or siblings as one for the wishes that they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .tables import Bundle, Tables

type Still = Callable[[int, int], int | Bundle | None]
"""What is left of a wish (child, rank), given the places that the child has already."""
type Left = Mapping[int, Sequence[int | Bundle | None]]
"""By child who asks alone for single offers, what is left of each of its wishes."""
type Ranks = tuple[tuple[int, int], ...]
"""A request by the wish of each child that it is for: (child, rank)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One request: all the seats (child, offer) that it takes, or any of them."""

    seats: tuple[tuple[int, int], ...]
    is_whole: bool
    ranks: Ranks

    @property
    def can_break(self) -> bool:
        return self.is_whole and len(self.seats) > 1


@dataclass(slots=True, eq=False)
class Asker:
    """``quota``: requests that may be granted in this turn; ``at``: the next to be made.

    ``granted`` and ``refused``: places in ``rows``; ``passed``: those not made because they clash with granted ones.
    """

    children: tuple[int, ...]
    rows: tuple[Row, ...]
    quota: int
    apart: tuple[Asker, ...] = ()
    """The same siblings, each alone."""
    at: int = 0
    granted: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    passed: dict[int, set[int]] = field(default_factory=dict)
    has_parted: bool = False

    def again(self) -> Asker:
        """The same, before it asked anything."""
        return Asker(self.children, self.rows, self.quota, tuple(each.again() for each in self.apart))

    def copy(self) -> Asker:
        """The same, where it stands."""
        return Asker(
            self.children,
            self.rows,
            self.quota,
            tuple([each.copy() for each in self.apart]),
            self.at,
            set(self.granted),
            set(self.refused),
            dict(self.passed),
            self.has_parted,
        )


def alone(tables: Tables, child: int, quota: int, still: Still) -> Asker:
    wishes = ((rank, still(child, rank)) for rank in range(len(tables.wishes[child])))
    return Asker((child,), tuple(_row(child, rank, wish) for rank, wish in wishes if wish is not None), quota)


def together(tables: Tables, children: tuple[int, ...], quotas: list[int], still: Still) -> Asker:
    apart = tuple(alone(tables, child, quota, still) for child, quota in zip(children, quotas, strict=True))
    return Asker(children, _shared_rows(tables, children, still), min(quotas), apart)


def is_simple(tables: Tables, child: int) -> bool:
    """Only single offers are asked for: nothing to break, nothing to put together."""
    return not any(isinstance(wish, Bundle) for wish in tables.wishes[child])


def _row(child: int, rank: int, wish: int | Bundle) -> Row:
    if isinstance(wish, Bundle):
        return Row(tuple((child, offer) for offer in wish.offers), wish.is_whole, ((child, rank),))
    return Row(((child, wish),), True, ((child, rank),))


def _shared_rows(tables: Tables, children: tuple[int, ...], still: Still) -> tuple[Row, ...]:
    """The wishes that all the siblings have: at the same offers, or at offers side by side. The best for all of them
    first: the smallest sum of ranks, then the smallest worst rank, then the wish of who drew the smallest number."""
    best = [_best_ranks(tables, child, still) for child in children]
    shared = set(best[0]).intersection(*best[1:])
    ranked = [tuple(ranks[word] for ranks in best) for word in shared]
    rows = []
    for ranks in sorted(ranked, key=lambda ranks: (sum(ranks), max(ranks), ranks)):
        chosen = tuple(zip(children, ranks, strict=True))
        parts = [_row(child, rank, tables.wishes[child][rank]) for child, rank in chosen]
        rows.append(Row(tuple(seat for part in parts for seat in part.seats), True, chosen))
    return tuple(rows)


def _best_ranks(tables: Tables, child: int, still: Still) -> dict[tuple[tuple[bool, str], ...], int]:
    """By what a wish is for siblings, the best rank that it has."""
    ranks: dict[tuple[tuple[bool, str], ...], int] = {}
    for rank, wish in enumerate(tables.wishes[child]):
        if still(child, rank) == wish:
            offers = wish.offers if isinstance(wish, Bundle) else (wish,)
            named = [tables.offers[offer] for offer in offers]
            word = tuple(sorted((bool(offer.beside), offer.beside or offer.key) for offer in named))
            ranks.setdefault(word, rank)
    return ranks
