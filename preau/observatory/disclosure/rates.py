"""Percentages: told when both numbers are, of a base that is large enough: they then tell nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from .reasons import Reason
from .safe import Figure, SafeTable
from .thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Rate:
    """``percent``: whole hundredths, or None and the ``reason``."""

    percent: int | None
    reason: Reason | None = None


def rates(part: SafeTable, whole: SafeTable, label: str, thresholds: Thresholds) -> dict[tuple[str, ...], Rate]:
    """Of each entry of ``whole``, the share that ``part`` counts under ``label`` of the one dimension it has besides.

    Both come from one publication: what is left (``whole`` less the part) is then protected as another entry of
    ``part``. A part of another publication would leave it bare.
    """
    more = [name for name in part.dimensions if name not in whole.dimensions]
    if (part.series, part.day, len(more)) != (whole.series, whole.day, 1) or len(part.dimensions) != len(
        whole.dimensions
    ) + 1:
        raise ValueError("A share is of a table and of the same, told by one dimension more.")
    place = part.dimensions.index(more[0])
    return {
        labels: _rate(part.figures[(*labels[:place], label, *labels[place:])], base, thresholds)
        for labels, base in whole.figures.items()
    }


def _rate(part: Figure, base: Figure, thresholds: Thresholds) -> Rate:
    if part.value is None or base.value is None or part.since != base.since:
        return Rate(None, Reason.FEW)  # figures of two dates are no share of each other
    if base.value < thresholds.percentage:
        return Rate(None, Reason.BASE)
    return Rate((200 * part.value + base.value) // (2 * base.value))
