"""Turn by turn: who has nothing yet asks first; then, for who wants two places, the second; and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .families import Asker, Ranks, Row, alone, is_simple, together
from .lists import Lists
from .rehearsing import Rehearsal
from .seats import seat
from .tables import Bundle, Slot, Tables, offers_of
from .turn import Turn


@dataclass(frozen=True, slots=True)
class Seat:
    """``reserve``: see ``seats``."""

    rank: int
    turn: int
    reserve: int


@dataclass(slots=True)
class Solved:
    """By child, then by offer or rank. ``left``: the seats that nobody took."""

    tables: Tables
    left: list[list[Slot]]
    seats: list[dict[int, Seat]]
    granted: list[set[int]]
    refused: list[dict[int, int]]
    """The turn in which a wish was first refused."""
    joined: set[int] = field(default_factory=set)
    """Children who were placed with their siblings."""
    unsettled: list[Ranks] = field(default_factory=list)
    """Bundles and siblings that the outcome still leaves something to wish for (decision 0025)."""

    def still(self, child: int, rank: int) -> int | Bundle | None:
        """What is left of a wish, given the places that the child has."""
        wish, seats = self.tables.wishes[child][rank], self.seats[child]
        if not seats:
            return wish
        if rank in self.granted[child]:
            return None
        if not isinstance(wish, Bundle):
            return wish if self._can_join(seats, wish) else None
        offers = tuple(offer for offer in wish.offers if self._can_join(seats, offer))
        if offers == wish.offers:
            return wish
        return Bundle(offers, False) if offers and not wish.is_whole else None

    def left_of(self, child: int) -> Sequence[int | Bundle | None]:
        """What is left of each of its wishes."""
        wishes = self.tables.wishes[child]
        return [self.still(child, rank) for rank in range(len(wishes))] if self.seats[child] else wishes

    def _can_join(self, seats: dict[int, Seat], offer: int) -> bool:
        return offer not in seats and self.tables.clashes[offer].isdisjoint(seats)


def solve_tables(tables: Tables, *, first_activity_first: bool) -> Solved:
    """Who holds a confirmed place never loses it: if the run would take it, it is kept and the run made again."""
    kept: set[int] = set()
    while True:
        solved = _run(tables, kept, first_activity_first)
        worse = {child for child in _confirmed(tables) if child not in kept and _is_worse(solved, child)}
        if not worse:
            return solved
        kept |= worse


def _run(tables: Tables, kept: set[int], first_activity_first: bool) -> Solved:
    count = len(tables.applications)
    left = [[Slot(slot.seats, slot.bit, slot.is_hard, slot.reserve) for slot in slots] for slots in tables.slots]
    solved = Solved(tables, left, [{} for _ in range(count)], [set() for _ in range(count)], [{} for _ in range(count)])
    _keep(solved, kept)
    turn, last = 1, max(tables.most, default=0)
    while True:
        has_granted = _play(solved, turn, turn if first_activity_first else last)
        if turn >= last or not (has_granted or first_activity_first):
            return solved
        turn += 1


def _play(solved: Solved, turn: int, limit: int) -> bool:
    """Children who ask alone for single offers first; then the others. When a granted request had to be broken, its
    children ask again after everybody else; when it is broken again, it is refused, unless it fits in the end."""
    tables = solved.tables
    simple, askers = _askers(solved, limit)
    late: set[int] = set()
    banned: set[Ranks] = set()
    retried: set[Ranks] = set()
    left = {child: solved.left_of(child) for child in simple}
    start = Turn(tables, Lists(tables, solved.left), [0] * len(tables.applications), left, banned)
    start.play(simple)
    rehearsal = Rehearsal(start, askers)
    early: Turn | None = None
    while True:
        if early is None:
            early = rehearsal.play(late)
        if not (broken := early.broken):
            game = early.copy() if late else early
            game.play([asker.again() for asker in askers if not late.isdisjoint(asker.children)])
            broken = game.broken
        if broken:
            again = {row for row in broken if late.isdisjoint(_children(row))}
            banned |= broken - again
            if again:
                late.update(child for row in again for child in _children(row))
                early = None
            continue
        wanted = {row.ranks for row in _still_wanted(game)}
        if wanted <= retried:
            solved.unsettled += sorted(wanted)
            return _settle(solved, game, simple, turn)
        banned -= wanted - retried
        retried |= wanted


def _children(row: Ranks) -> set[int]:
    return {child for child, _ in row}


def _askers(solved: Solved, limit: int) -> tuple[list[int], list[Asker]]:
    """Best class first, then by the draw."""
    tables, classes = solved.tables, solved.tables.classes
    quotas = [min(limit, most) - len(granted) for most, granted in zip(tables.most, solved.granted, strict=True)]
    grouped = [group for group in tables.groups if all(quotas[child] > 0 for child in group)]
    members = {child for group in grouped for child in group}
    left = [child for child, quota in enumerate(quotas) if quota > 0 and child not in members]
    simple = [child for child in left if quotas[child] == 1 and is_simple(tables, child)]
    others = sorted(set(left).difference(simple))
    askers = [together(tables, group, [quotas[child] for child in group], solved.still) for group in grouped]
    askers += [alone(tables, child, quotas[child], solved.still) for child in others]
    askers.sort(key=lambda asker: (max(classes[child] for child in asker.children), asker.children))
    return sorted(simple, key=lambda child: (classes[child], child)), askers


def _still_wanted(game: Turn) -> list[Row]:
    if not game.banned:
        return []
    return [
        asker.rows[place]
        for asker in _all(game.played)
        for place in sorted(asker.refused)
        if asker.rows[place].ranks in game.banned and game.still_wants(asker, place)
    ]


def _all(askers: list[Asker]) -> list[Asker]:
    return [each for asker in askers for each in (asker, *(asker.apart if asker.has_parted else ()))]


def _settle(solved: Solved, game: Turn, simple: list[int], turn: int) -> bool:
    tables, lists = solved.tables, game.lists
    reserves = [seat(tables, offer, solved.left[offer], line) if line else {} for offer, line in enumerate(lists.kept)]

    def sit(child: int, rank: int, offer: int) -> None:
        solved.granted[child].add(rank)
        solved.seats[child][offer] = Seat(rank, turn, reserves[offer][tables.priority(child, offer)])

    for child in simple:
        for rank in range(game.at[child]):
            if rank not in solved.refused[child] and solved.still(child, rank) is not None:
                solved.refused[child][rank] = turn
        if game.at[child] < len(tables.wishes[child]):
            sit(child, game.at[child], offers_of(tables.wishes[child][game.at[child]])[0])
    for asker in _all(game.played):
        for place in asker.refused:
            for child, rank in asker.rows[place].ranks:
                solved.refused[child].setdefault(rank, turn)
        if asker.granted and len(asker.children) > 1:
            solved.joined.update(asker.children)
    for (child, offer), (asker, place) in game.owners.items():
        sit(child, dict(asker.rows[place].ranks)[child], offer)
    return any(lists.kept)


def _confirmed(tables: Tables) -> list[int]:
    return [child for child, application in enumerate(tables.applications) if application.confirmed]


def _confirmed_ranks(tables: Tables, child: int) -> dict[int, frozenset[int]]:
    """By rank of wish, the offers of it that are confirmed; each offer counts for the first wish that it fits."""
    left = {tables.index[offer] for offer in tables.applications[child].confirmed}
    ranks: dict[int, frozenset[int]] = {}
    for rank, wish in enumerate(tables.wishes[child]):
        offers = set(wish.offers) if isinstance(wish, Bundle) else {wish}
        here = offers & left
        if here and (here == offers or (isinstance(wish, Bundle) and not wish.is_whole)):
            ranks[rank] = frozenset(here)
            left -= here
    return ranks


def _is_worse(solved: Solved, child: int) -> bool:
    before = sorted(_confirmed_ranks(solved.tables, child).items())
    now = sorted(solved.granted[child])
    if len(now) < len(before):
        return True
    return any(
        new > old or (new == old and not offers <= solved.seats[child].keys())
        for new, (old, offers) in zip(now, before, strict=False)
    )


def _keep(solved: Solved, kept: set[int]) -> None:
    """Places held before this run take their seats first: turn 0."""
    tables = solved.tables
    lines: dict[int, list[int]] = {}
    for child in kept:
        for rank, offers in _confirmed_ranks(tables, child).items():
            solved.granted[child].add(rank)
            for offer in offers:
                solved.seats[child][offer] = Seat(rank, 0, 0)
                lines.setdefault(offer, []).append(tables.priority(child, offer))
    count = len(tables.applications)
    for offer, line in lines.items():
        for priority, reserve in seat(tables, offer, solved.left[offer], sorted(line)).items():
            child = priority % count
            solved.seats[child][offer] = Seat(solved.seats[child][offer].rank, 0, reserve)
