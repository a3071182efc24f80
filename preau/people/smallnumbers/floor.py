"""The thresholds as a value, and those under which no town goes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallNumbers:
    """In force from ``since``. ``cell``: fewer people are never told; ``sensitive_cell``: where income, disability,
    health, bullying or social aid show. ``percentage``: the least denominator of a percentage. ``rounding``: the step
    of what is published. ``firms`` and ``firm_share``: an amount is told of that many structures at least, none of
    which makes more than that many hundredths of it.
    """

    since: date
    cell: int
    sensitive_cell: int
    percentage: int
    rounding: int
    firms: int
    firm_share: int


FLOOR = SmallNumbers(
    since=date(2026, 1, 1), cell=5, sensitive_cell=11, percentage=20, rounding=5, firms=3, firm_share=85
)
"""Eleven, three and 85 % are the rules of public statistics on income and on firms; the others are of the house."""
