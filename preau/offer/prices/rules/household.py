"""Who asks, and what is answered. Neither is ever stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .terms import Aid


@dataclass(frozen=True, slots=True)
class Household:
    """``quotient`` None: not said. ``siblings``: children of the family that were enrolled before this one."""

    quotient: int | None
    is_resident: bool = True
    siblings: int = 0
    aids: tuple[Aid, ...] = ()

    @property
    def rank(self) -> int:
        """1 for the first child of the family."""
        return self.siblings + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the explanation and what it adds, or takes off when it is negative."""

    label: str
    cents: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The price, and the lines that it is made of: they add up to it, because it is made by adding them."""

    cents: int
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Quote:
        kept = tuple(lines)
        return cls(sum(line.cents for line in kept), kept)
