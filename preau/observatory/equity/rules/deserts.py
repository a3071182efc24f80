"""Where there is nothing near: white areas (zones blanches)."""

from __future__ import annotations

from dataclasses import dataclass

from .pairs import Flags, Floats


@dataclass(frozen=True, slots=True)
class WhiteRule:
    """What the town calls a white area (brief i.2): voted, frozen, dated. Minutes; by bus is door to door."""

    children: float = 5.0
    on_foot: float = 15.0
    by_bus: float = 25.0

    def white(self, people: Floats, on_foot: Floats, by_bus: Floats | None = None) -> Flags:
        """Origins with children enough and nothing near: ``people``, minutes to the nearest offer, all (n,).

        Without a timetable (None) only the walk is judged.
        """
        is_far = ~(on_foot <= self.on_foot)
        if by_bus is not None:
            is_far &= ~(by_bus <= self.by_bus)
        return (people >= self.children) & is_far
