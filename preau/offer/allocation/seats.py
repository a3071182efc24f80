"""How an offer chooses: reserved seats filled before, open seats, reserved seats filled after, then those released."""

from __future__ import annotations

from .tables import Slot, Tables

OPEN, RELEASED = -1, -2


def turned_away(tables: Tables, offer: int, slots: list[Slot], line: list[int]) -> tuple[list[int], int]:
    """Of ``line`` (priorities, best first): those without a seat, and how many hard seats nobody may take."""
    count, facts, facts_at, released, hard = len(tables.applications), tables.facts, tables.facts_at, 0, 0
    for slot in slots:
        left, bit = slot.seats, slot.bit
        if not bit:
            line = line[left:]
            continue
        rest = []
        for place, priority in enumerate(line):
            if not left:
                rest += line[place:]
                break
            child = priority % count
            held = facts_at.get((child, offer), facts[child]) if facts_at else facts[child]
            if held & bit:
                left -= 1
            else:
                rest.append(priority)
        line = rest
        if slot.is_hard:
            hard += left
        else:
            released += left
    return line[released:], hard


def seat(tables: Tables, offer: int, slots: list[Slot], line: list[int]) -> dict[int, int]:
    """By priority: the reserve whose seat it is, OPEN or RELEASED. Takes the seats off the slots."""
    count, seated = len(tables.applications), {}
    for slot in slots:
        rest = []
        for priority in line:
            if slot.seats and (not slot.bit or tables.held(priority % count, offer) & slot.bit):
                slot.seats -= 1
                seated[priority] = slot.reserve if slot.bit else OPEN
            else:
                rest.append(priority)
        line = rest
    for priority in line:
        _take_released(slots)
        seated[priority] = RELEASED
    return seated


def _take_released(slots: list[Slot]) -> None:
    """A seat of the last soft reserve that has some; of a hard one only for who held a place before this run."""
    left = [slot for slot in reversed(slots) if slot.seats]
    chosen = next((slot for slot in left if not slot.is_hard), left[0])
    chosen.seats -= 1
