"""The list that each offer keeps while families ask: the best it has seen, for its seats and reserves."""

from __future__ import annotations

from bisect import insort

from .seats import turned_away
from .tables import Slot, Tables


class Lists:
    """``kept[offer]``: priorities, best first."""

    def __init__(self, tables: Tables, slots: list[list[Slot]]) -> None:
        self.tables, self.slots, self.count = tables, slots, len(tables.applications)
        self.room = [sum(slot.seats for slot in each) for each in slots]
        self.is_plain = [not any(slot.bit for slot in each) for each in slots]
        self.for_anybody = [sum(slot.seats for slot in each if not slot.is_hard) for each in slots]
        self.reserved = [_all_bits(each) for each in slots]
        self.kept: list[list[int]] = [[] for _ in slots]
        self.is_full = [not room for room in self.room]
        """For offers with reserves: who comes last and holds no criterion need not be looked at."""

    def copy(self) -> Lists:
        other = object.__new__(Lists)
        other.__dict__.update(self.__dict__)
        other.kept = [list(line) for line in self.kept]
        other.is_full = list(self.is_full)
        return other

    def would_keep(self, offer: int, newcomers: list[int]) -> bool:
        """All of them?"""
        line = self.kept[offer]
        if self.is_plain[offer]:
            over = len(line) + len(newcomers) - self.room[offer]
            return over <= 0 or (over <= len(line) and line[-over] > max(newcomers))
        if len(line) + len(newcomers) <= self.for_anybody[offer]:
            return True
        if self.is_full[offer] and len(newcomers) == 1 and self._is_last(offer, newcomers[0]):
            return False
        away, _ = turned_away(self.tables, offer, self.slots[offer], sorted([*line, *newcomers]))
        return not set(newcomers).intersection(away)

    def _is_last(self, offer: int, priority: int) -> bool:
        line = self.kept[offer]
        if line and priority < line[-1]:
            return False
        return not self.tables.held(priority % self.count, offer) & self.reserved[offer]

    def let_in(self, offer: int, priority: int) -> list[int]:
        """Returns who is let go."""
        line = self.kept[offer]
        insort(line, priority)
        if self.is_plain[offer]:
            away = line[self.room[offer] :]
            del line[self.room[offer] :]
            return away
        if len(line) <= self.for_anybody[offer]:
            return []
        away, hard = turned_away(self.tables, offer, self.slots[offer], line)
        for gone in away:
            line.remove(gone)
        self.is_full[offer] = len(line) == self.room[offer] - hard
        return away

    def try_in(self, offer: int, priority: int) -> list[int] | None:
        """``let_in`` when the newcomer is kept; None when it is not."""
        if not self.would_keep(offer, [priority]):
            return None
        return self.let_in(offer, priority)

    def take_out(self, offer: int, priority: int) -> None:
        self.kept[offer].remove(priority)
        self.is_full[offer] = False

    def put_back(self, offer: int, priority: int) -> None:
        insort(self.kept[offer], priority)


def _all_bits(slots: list[Slot]) -> int:
    bits = 0
    for slot in slots:
        bits |= slot.bit
    return bits
