"""What is asked: rules voted before, offers with their seats, and children with the wishes of their family, in order.

Nobody has a name here: keys are opaque, facts are codes of ``criteria``. The order of offers and of applications
never counts; the order of classes, reserves and wishes does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What becomes of a reserved seat that nobody of the criterion asks for."""

    SOFT = "soft"
    """It is given to the next child, whoever it is."""
    HARD = "hard"
    """It stays empty: the staff hours behind it are for nobody else."""


class Order(StrEnum):
    """When reserved seats are filled. Filled after the open ones, they help those they are for more."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"
    """Half before (one more when odd), the others after."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute of a day to another. ``day``: "1" (Monday) to "7" for every week, or a date "2027-02-15"."""

    day: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reserve:
    criterion: str
    seats: int
    kind: Kind = Kind.SOFT
    order: Order = Order.AFTER


@dataclass(frozen=True, slots=True)
class Offer:
    """``seats``: all of them, reserved ones included. ``beside``: offers that count as one for siblings
    (same hall, same hours, two ages) share this word."""

    key: str
    seats: int
    spans: tuple[Span, ...] = ()
    place: str = ""
    reserves: tuple[Reserve, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """One offer, or a bundle of offers asked for as one. What is not acceptable is simply not written."""

    offers: tuple[str, ...]
    part_is_fine: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """A child. ``facts``: criteria held everywhere; ``facts_at``: held at one offer only (a sister is there already).

    ``group``: siblings share it; ``together``: they would rather be together than have their better wishes.
    ``most``: how many wishes may be granted. ``confirmed``: offers where a place is held already and never lost.
    """

    key: str
    wishes: tuple[Wish, ...]
    facts: frozenset[str] = frozenset()
    facts_at: tuple[tuple[str, frozenset[str]], ...] = ()
    group: str = ""
    together: bool = False
    most: int = 1
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """``classes``: a child is of the first class whose criteria it holds, all of them; who fits none comes last.

    ``first_activity_first``: nobody has a second place before each child had the chance of a first.
    ``travel``: minutes between two places; ``travel_minutes``: between any other two.
    """

    classes: tuple[tuple[str, ...], ...] = ()
    first_activity_first: bool = True
    travel: tuple[tuple[str, str, int], ...] = ()
    travel_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    rules: Rules = field(default_factory=Rules)
    offers: tuple[Offer, ...] = ()
    applications: tuple[Application, ...] = ()
