"""The list that each offer keeps while families ask: the best it has seen, for its seats and reserves."""

from __future__ import annotations

from bisect import insort

from .seats import turned_away
from .tables import Slot, Tables


class Lists:
    """``kept[offer]``: priorities, best first.

    ``refused[offer]``: by criteria held, the best priority that was refused. Lists only get better: whoever holds the
    same and comes after is refused too, unseen, until somebody gives a seat back.
    """

    def __init__(self, tables: Tables, slots: list[list[Slot]]) -> None:
        self.tables, self.slots, self.count = tables, slots, len(tables.applications)
        self.room = [sum(slot.seats for slot in each) for each in slots]
        self.is_plain = [not any(slot.bit for slot in each) for each in slots]
        self.for_anybody = [sum(slot.seats for slot in each if not slot.is_hard) for each in slots]
        self.reserved = [_all_bits(each) for each in slots]
        self.kept: list[list[int]] = [[] for _ in slots]
        self.refused: list[dict[int, int]] = [{} for _ in slots]

    def copy(self) -> Lists:
        other = object.__new__(Lists)
        other.__dict__.update(self.__dict__)
        other.kept = [list(line) for line in self.kept]
        other.refused = [dict(each) for each in self.refused]
        return other

    def would_keep(self, offer: int, newcomers: list[int]) -> bool:
        """All of them?"""
        line = self.kept[offer]
        if self.is_plain[offer]:
            over = len(line) + len(newcomers) - self.room[offer]
            return over <= 0 or (over <= len(line) and line[-over] > max(newcomers))
        if len(line) + len(newcomers) <= self.for_anybody[offer]:
            return True
        if any(self._was_refused(offer, priority) for priority in newcomers):
            return False
        away, _ = turned_away(self.tables, offer, self.slots[offer], sorted([*line, *newcomers]))
        if len(newcomers) == 1 and newcomers[0] in away:
            self._refuse(offer, newcomers[0])
        return not set(newcomers).intersection(away)

    def try_in(self, offer: int, priority: int) -> list[int] | None:
        """``let_in`` when the newcomer is kept; None when it is not."""
        line = self.kept[offer]
        if self.is_plain[offer]:
            if len(line) < self.room[offer]:
                insort(line, priority)
                return []
            if not line or line[-1] < priority:
                return None
            gone = line.pop()
            insort(line, priority)
            return [gone]
        if self._was_refused(offer, priority):
            return None
        away = self.let_in(offer, priority)
        return None if priority in away else away

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
        away, _ = turned_away(self.tables, offer, self.slots[offer], line)
        for gone in away:
            line.remove(gone)
            self._refuse(offer, gone)
        return away

    def _was_refused(self, offer: int, priority: int) -> bool:
        refused = self.refused[offer]
        if not refused:
            return False
        first = refused.get(self.tables.held(priority % self.count, offer) & self.reserved[offer])
        return first is not None and priority >= first

    def _refuse(self, offer: int, priority: int) -> None:
        mask = self.tables.held(priority % self.count, offer) & self.reserved[offer]
        self.refused[offer][mask] = min(priority, self.refused[offer].get(mask, priority))

    def take_out(self, offer: int, priority: int) -> None:
        self.kept[offer].remove(priority)
        self.refused[offer].clear()

    def put_back(self, offer: int, priority: int) -> None:
        insort(self.kept[offer], priority)
        self.refused[offer].clear()


def _all_bits(slots: list[Slot]) -> int:
    bits = 0
    for slot in slots:
        bits |= slot.bit
    return bits
