"""One turn of deferred acceptance: families ask, offers keep the best they have seen, whoever is let go asks further.

A request for several seats is granted whole. When one of its seats is lost later, the others are given back: that
request is *broken*, and the turn has to be played again without it (``solving``).
"""

from __future__ import annotations

from collections.abc import Iterable

from .families import Asker, Left, Ranks, Row
from .lists import Lists
from .tables import Tables


class Turn:
    """``at[child]``: for a child who asks alone for single offers, the rank of the wish that it asks for or holds.
    ``left[child]``: what is left of each of its wishes, in this turn."""

    def __init__(self, tables: Tables, lists: Lists, at: list[int], left: Left, banned: set[Ranks]) -> None:
        self.tables, self.lists, self.at, self.left, self.banned = tables, lists, at, left, banned
        self.count = len(tables.applications)
        self.owners: dict[tuple[int, int], tuple[Asker, int]] = {}
        self.broken: set[Ranks] = set()
        self.waiting: list[int | Asker] = []
        self.played: list[Asker] = []

    def copy(self) -> Turn:
        """The same, where it stands, with each family that asked in it as a copy too."""
        copies: dict[Asker, Asker] = {}
        for asker in self.played:
            copies[asker] = copy = asker.copy()
            copies.update(zip(asker.apart, copy.apart, strict=True))
        other = Turn(self.tables, self.lists.copy(), list(self.at), self.left, self.banned)
        other.owners = {seat: (copies[asker], place) for seat, (asker, place) in self.owners.items()}
        other.played = [copies[asker] for asker in self.played]
        return other

    def play(self, askers: Iterable[int | Asker]) -> None:
        """In the order given: it changes nothing to the outcome of single wishes, and breaks fewer bundles."""
        waiting = self.waiting
        for asker in askers:
            waiting.append(asker)
            if isinstance(asker, Asker):
                self.played.append(asker)
            while waiting:
                each = waiting.pop()
                if isinstance(each, int):
                    self._ask_alone(each)
                else:
                    self._ask(each)

    def _ask_alone(self, child: int) -> None:
        wishes, try_in, priority_of = self.left[child], self.lists.try_in, self.tables.priority
        for rank in range(self.at[child], len(wishes)):
            offer = wishes[rank]
            if not isinstance(offer, int):
                continue
            away = try_in(offer, priority_of(child, offer))
            if away is not None:
                self.at[child] = rank
                for gone in away:
                    self._lose(offer, gone)
                return
        self.at[child] = len(wishes)

    def _ask(self, asker: Asker) -> None:
        while len(asker.granted) < asker.quota:
            if asker.at == len(asker.rows):
                self._part(asker)
                return
            place, row = asker.at, asker.rows[asker.at]
            asker.at += 1
            if asker.granted and (against := self._clashing(asker, row)):
                asker.passed[place] = against
            elif row.ranks in self.banned or not self._take(asker, place, row):
                asker.refused.add(place)

    def _part(self, asker: Asker) -> None:
        """Siblings who got nothing together ask apart."""
        if asker.apart and not asker.granted:
            self.waiting.extend(reversed(asker.apart))
            asker.has_parted = True

    def _clashing(self, asker: Asker, row: Row) -> set[int]:
        """Granted requests that this one cannot go with."""
        clashes = self.tables.clashes
        return {
            place
            for place in asker.granted
            for child, offer in row.seats
            for other, taken in asker.rows[place].seats
            if other == child and (taken == offer or taken in clashes[offer])
        }

    def _take(self, asker: Asker, place: int, row: Row) -> bool:
        return self._take_one(asker, place, row) if len(row.seats) == 1 else self._take_many(asker, place, row)

    def _take_one(self, asker: Asker, place: int, row: Row) -> bool:
        (seat,) = row.seats
        away = self.lists.try_in(seat[1], self.tables.priority(*seat))
        if away is None:
            return False
        asker.granted.add(place)
        self.owners[seat] = (asker, place)
        for gone in away:
            self._lose(seat[1], gone)
        return True

    def _take_many(self, asker: Asker, place: int, row: Row) -> bool:
        if row.can_break:
            kept = row.seats if self.would_take(row) else ()
        else:
            kept = tuple(seat for seat in row.seats if self.lists.would_keep(seat[1], [self.tables.priority(*seat)]))
        if not kept:
            return False
        asker.granted.add(place)
        for seat in kept:
            self.owners[seat] = (asker, place)
        for child, offer in kept:
            for gone in self.lists.let_in(offer, self.tables.priority(child, offer)):
                self._lose(offer, gone)
        return True

    def would_take(self, row: Row) -> bool:
        """Has every offer of the request a seat for each of its children, as the lists stand?"""
        by_offer: dict[int, list[int]] = {}
        for child, offer in row.seats:
            by_offer.setdefault(offer, []).append(self.tables.priority(child, offer))
        return all(self.lists.would_keep(offer, newcomers) for offer, newcomers in by_offer.items())

    def _lose(self, offer: int, priority: int) -> None:
        """The list has let this child go already."""
        child = priority % self.count
        if (owner := self.owners.pop((child, offer), None)) is None:
            self.at[child] += 1
            self.waiting.append(child)
            return
        asker, place = owner
        row = asker.rows[place]
        if row.can_break:
            self.broken.add(row.ranks)
            self._give_back(row)
        elif any(self.owners.get(seat) == owner for seat in row.seats):
            return
        if any(place in against for against in asker.passed.values()):
            self.broken.add(row.ranks)
        asker.granted.discard(place)
        asker.refused.add(place)
        self.waiting.append(asker)

    def _give_back(self, row: Row) -> None:
        for child, offer in row.seats:
            if self.owners.pop((child, offer), None) is not None:
                self.lists.take_out(offer, self.tables.priority(child, offer))

    def still_wants(self, asker: Asker, place: int) -> bool:
        """Would a request that was refused be granted in the end, if whoever made it gave back what they like less?"""
        less = [asker.rows[each] for each in asker.granted if each > place]
        less += [each.rows[granted] for each in asker.apart for granted in each.granted]
        seats = [seat for row in less for seat in row.seats if seat in self.owners]
        for child, offer in seats:
            self.lists.take_out(offer, self.tables.priority(child, offer))
        would = self.would_take(asker.rows[place])
        for child, offer in seats:
            self.lists.put_back(offer, self.tables.priority(child, offer))
        return would
