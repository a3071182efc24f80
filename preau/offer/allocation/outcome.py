"""What comes out: places, waiting lists, and for each wish of each child all that its family must read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    GRANTED = "granted"
    IN_PART = "in_part"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class Reason(StrEnum):
    """Why a wish, or one offer of it, came out as it did."""

    CONFIRMED = "confirmed"
    """Held before this run, and kept."""
    OPEN_SEAT = "open_seat"
    RESERVED_SEAT = "reserved_seat"
    RELEASED_SEAT = "released_seat"
    """A reserved seat that nobody of the criterion asked for."""
    NO_SEATS = "no_seats"
    CLASS = "class"
    """The last child served is of a class that comes before."""
    DRAW = "draw"
    """The last child served is of the same class, with a smaller number."""
    FIRST_ACTIVITY = "first_activity"
    """The seats went to children who had no other activity yet."""
    ONLY_RESERVED = "only_reserved"
    """All the seats, or those that stay empty, are for a criterion that the child does not hold."""
    OTHER_PART = "other_part"
    """This offer had room; another of the same bundle, or a sibling's, had none."""
    BETTER_WISH = "better_wish"
    """As many wishes as asked for are granted, all of them preferred."""
    SAME_TIME = "same_time"
    """At the same time as a place that was granted, travel included."""
    TOGETHER = "together"
    """The siblings are together elsewhere, as the family asked first."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """The last child served on a seat open to all. Classes and numbers are told from 1."""

    priority_class: int
    number: int


@dataclass(frozen=True, slots=True)
class ClassCount:
    """``asked``: wrote the offer in their wishes; ``candidates``: had nothing better; ``served``: have a seat."""

    asked: int
    candidates: int
    served: int


@dataclass(frozen=True, slots=True)
class OfferOutcome:
    """``served`` and ``waiting``: keys of applications, first in line first. ``reserved``: seats used, by reserve."""

    key: str
    seats: int
    served: tuple[str, ...]
    waiting: tuple[str, ...]
    classes: tuple[ClassCount, ...]
    cut_off: CutOff | None
    reserved: tuple[int, ...]

    @property
    def asked(self) -> int:
        return sum(count.asked for count in self.classes)

    @property
    def candidates(self) -> int:
        return sum(count.candidates for count in self.classes)


@dataclass(frozen=True, slots=True)
class Part:
    """One offer of one wish. ``line`` and ``of``: rank by the draw among the candidates of the same class;
    ``waiting_rank``: 0 for who does not wait; ``reserve``: the criterion of the seat, or nothing.

    ``would_change``: what the rules hold that would have changed it: ``draw``, ``class:resident`` (criteria missing,
    joined by +), ``reserve:near``, ``part`` (a bundle that may be cut), ``seats:3`` (so many more seats).
    """

    offer: OfferOutcome
    reason: Reason
    priority_class: int
    line: int = 0
    of: int = 0
    waiting_rank: int = 0
    reserve: str = ""
    would_change: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One wish of one child. ``rank``: of the wish, from 1; ``number``: drawn, from 1, among all the children;
    ``turn``: in which turn it was granted (first activities first), 0 when it was not; ``at_odds``: the offers
    already granted that are at the same time."""

    application: str
    rank: int
    number: int
    result: Result
    reason: Reason
    parts: tuple[Part, ...]
    turn: int = 0
    at_odds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """``reserve``: the criterion of the seat, or nothing."""

    application: str
    offer: str
    rank: int
    turn: int
    reserve: str = ""
