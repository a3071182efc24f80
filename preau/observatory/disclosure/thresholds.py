"""How few is too few. Dated parameters that the caller gives: no number is hidden in the code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """In force from ``since``.

    ``cell``: fewer distinct children are never told; ``sensitive_cell``: where a table crosses income, disability,
    health, bullying or social aid. ``percentage``: the least denominator of a percentage. ``rounding``: the step of
    open data. ``firms`` and ``firm_share``: an amount is told of that many firms at least, none of which makes more
    than that many hundredths of it.
    """

    since: date
    cell: int
    sensitive_cell: int
    percentage: int
    rounding: int
    firms: int
    firm_share: int

    def __post_init__(self) -> None:
        if not (1 < self.cell <= self.sensitive_cell and self.percentage > 0 and self.rounding > 0):
            raise ValueError("A threshold is at least 2, and the sensitive one is not lower.")
        if not (self.firms > 1 and 0 < self.firm_share <= 100):
            raise ValueError("An amount is told of two firms at least, and a share is of a hundred.")

    def of(self, *, sensitive: bool) -> int:
        return self.sensitive_cell if sensitive else self.cell
