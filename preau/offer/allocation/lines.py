"""Who is in line for each offer, once everything is placed: the served, those who wait, and where the line was cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .outcome import ClassCount, CutOff, OfferOutcome
from .seats import OPEN, RELEASED
from .solving import Seat, Solved
from .tables import Bundle, Tables, offers_of


@dataclass(slots=True)
class Line:
    """``served`` and ``waiting``: children, first in line first. ``cut_off``: the priority of the last child served
    on a seat open to all, -1 when there is none. ``room``: criteria for which a seat is left, 0 for all, or None."""

    served: list[int]
    waiting: list[int]
    others: list[int]
    """Refused only because another part of their bundle was full."""
    cut_off: int
    room: list[int]
    is_full: bool
    told: OfferOutcome
    place: dict[int, int]
    """By child who was a candidate: its rank among those of its class, by the draw."""


def refusals(solved: Solved) -> list[dict[int, int]]:
    """By offer: the children that it refused, and in which turn first."""
    tables = solved.tables
    found: list[dict[int, int]] = [{} for _ in tables.offers]
    for child, refused in enumerate(solved.refused):
        asked = dict(refused)
        for rank in solved.granted[child]:
            wish = tables.wishes[child][rank]
            if isinstance(wish, Bundle) and not wish.is_whole:
                asked[rank] = max(seat.turn for seat in solved.seats[child].values() if seat.rank == rank)
        for rank, turn in asked.items():
            if rank in solved.granted[child] and rank in refused:
                continue
            for offer in offers_of(tables.wishes[child][rank]):
                if offer not in solved.seats[child]:
                    found[offer][child] = min(turn, found[offer].get(child, turn))
    return found


def lines(solved: Solved) -> list[Line]:
    tables = solved.tables
    seated: list[dict[int, Seat]] = [{} for _ in tables.offers]
    asked = [[0] * tables.class_count for _ in tables.offers]
    for child, seats in enumerate(solved.seats):
        for offer, seat in seats.items():
            seated[offer][child] = seat
        for offer in {offer for wish in tables.wishes[child] for offer in offers_of(wish)}:
            asked[offer][tables.class_of(child, offer)] += 1
    return [
        _line(solved, offer, seated[offer], refused, asked[offer]) for offer, refused in enumerate(refusals(solved))
    ]


def _line(solved: Solved, offer: int, seated: dict[int, Seat], refused: dict[int, int], asked: list[int]) -> Line:
    tables, count = solved.tables, len(solved.tables.applications)
    served = sorted(seated, key=lambda child: (seated[child].turn, tables.priority(child, offer)))
    in_the_open = [
        tables.priority(child, offer)
        for child, seat in seated.items()
        if seat.reserve in (OPEN, RELEASED) and seat.turn
    ]
    cut_off = max(in_the_open, default=-1)
    room = [slot.bit if slot.bit and slot.is_hard else 0 for slot in solved.left[offer] if slot.seats]
    waiting: list[int] = []
    others: list[int] = []
    for child in sorted(refused, key=lambda child: (refused[child], tables.priority(child, offer))):
        (others if _had_room(tables, child, offer, room, cut_off, refused[child]) else waiting).append(child)
    is_full = not any(slot.seats for slot in solved.left[offer])
    candidates = {*seated, *refused}
    told = OfferOutcome(
        key=tables.offers[offer].key,
        seats=tables.offers[offer].seats,
        served=tuple(tables.applications[child].key for child in served),
        waiting=tuple(tables.applications[child].key for child in waiting),
        classes=_classes(tables, offer, asked, candidates, set(seated)),
        cut_off=CutOff(cut_off // count + 1, cut_off % count + 1) if is_full and cut_off >= 0 else None,
        reserved=_reserved(tables, offer, seated),
    )
    return Line(served, waiting, others, cut_off, room, is_full, told, _places(tables, offer, candidates))


def _had_room(tables: Tables, child: int, offer: int, room: list[int], cut_off: int, turn: int) -> bool:
    """Would the offer alone have taken this child?"""
    held = tables.held(child, offer)
    if any(not bit or held & bit for bit in room):
        return True
    return turn == 1 and tables.priority(child, offer) < cut_off


def _classes(
    tables: Tables, offer: int, asked: list[int], candidates: set[int], served: set[int]
) -> tuple[ClassCount, ...]:
    ask, serve = (Counter(tables.class_of(child, offer) for child in group) for group in (candidates, served))
    return tuple(ClassCount(count, ask[place], serve[place]) for place, count in enumerate(asked))


def _reserved(tables: Tables, offer: int, seated: dict[int, Seat]) -> tuple[int, ...]:
    used = Counter(seat.reserve for seat in seated.values())
    return tuple(used[place] for place in range(len(tables.offers[offer].reserves)))


def _places(tables: Tables, offer: int, candidates: set[int]) -> dict[int, int]:
    seen: Counter[int] = Counter()
    places = {}
    for child in sorted(candidates):
        own = tables.class_of(child, offer)
        seen[own] += 1
        places[child] = seen[own]
    return places
