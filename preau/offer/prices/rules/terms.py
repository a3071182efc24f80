"""What was voted. ``faults.py`` says what makes terms impossible; ``price`` is only asked about terms without fault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from preau.offer.prices.enums import PriceKind


@dataclass(frozen=True, slots=True)
class Free:
    pass


@dataclass(frozen=True, slots=True)
class Flat:
    cents: int


@dataclass(frozen=True, slots=True)
class Band:
    """Up to this quotient, the bound is in; None for the last band, which has no end."""

    up_to: int | None
    cents: int


@dataclass(frozen=True, slots=True)
class Bands:
    """Each band begins one point after the one before: no quotient is forgotten, none is in two bands.

    ``unknown`` is what a family pays that does not say its quotient.
    """

    bands: tuple[Band, ...]
    unknown: int

    def at(self, quotient: int) -> int:
        """The index of the band of a quotient."""
        return next(i for i, band in enumerate(self.bands) if band.up_to is None or quotient <= band.up_to)

    def start_of(self, index: int) -> int:
        """The first quotient of a band."""
        return (self.bands[index - 1].up_to or 0) + 1 if index else 0


@dataclass(frozen=True, slots=True)
class Linear:
    """``rate`` is euros for each point of quotient; the price never leaves ``floor`` and ``ceiling`` (cents)."""

    rate: Decimal
    floor: int
    ceiling: int
    unknown: int


type Base = Free | Flat | Bands | Linear


@dataclass(frozen=True, slots=True)
class SiblingCut:
    """From the nth child of a family on: so many percent less, so many cents less, or both."""

    from_child: int
    percent: Decimal = Decimal(0)
    cents: int = 0


@dataclass(frozen=True, slots=True)
class Outsiders:
    """What families pay that live elsewhere: the highest price or a price of their own, then a supplement.

    Never less than the same family living in town.
    """

    percent: Decimal = Decimal(0)
    cents: int = 0
    own: int | None = None
    at_highest: bool = False


@dataclass(frozen=True, slots=True)
class Aid:
    """A fixed amount that the organiser deducts for who shows a right to it. ``condition`` says to whom, in words."""

    name: str
    cents: int
    valid_from: date | None = None
    valid_to: date | None = None
    condition: str = ""

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Terms:
    """``minimum``: reductions stop there. Aids are money that comes from elsewhere: they may go down to nothing."""

    base: Base
    siblings: tuple[SiblingCut, ...] = ()
    outsiders: Outsiders | None = None
    minimum: int = 0
    aids: tuple[Aid, ...] = ()

    @property
    def kind(self) -> PriceKind:
        return _KINDS[type(self.base)]

    @property
    def asks_quotient(self) -> bool:
        return isinstance(self.base, Bands | Linear)

    def aids_on(self, day: date) -> tuple[Aid, ...]:
        return tuple(aid for aid in self.aids if aid.holds_on(day))


_KINDS: dict[type, PriceKind] = {
    Free: PriceKind.FREE,
    Flat: PriceKind.FLAT,
    Bands: PriceKind.BANDS,
    Linear: PriceKind.LINEAR,
}
