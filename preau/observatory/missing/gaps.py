"""How far a town is from everybody alike: by income, and from quarter to quarter. Worked out of what was shown, so that
an index tells nothing that the page did not; every figure hidden, or of another date, leaves it untold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from preau.observatory.disclosure import Figure
from preau.observatory.equity.rules.gradient import Gradient, gradient
from preau.observatory.equity.rules.inequality import dissimilarity, dissimilarity_by_chance
from preau.offer.outreach.groups import Means

from .counting import AREA, MEANS
from .reading import Line, Told

_RANKED = (Means.LOW, Means.MIDDLE, Means.HIGH)


@dataclass(frozen=True, slots=True)
class Income:
    """Taking part by band of quotient. ``index`` None: something in it may not be told, or nobody came."""

    lines: list[Line]
    index: Gradient | None


@dataclass(frozen=True, slots=True)
class Apart:
    """``share`` of those who came would have to live elsewhere to be spread as the children known are; chance alone
    gives ``by_chance`` on average, and stays under ``chance_high`` 95 times out of 100. None: not told.
    """

    lines: list[Line]
    share: float | None
    by_chance: float | None
    chance_high: float | None

    @property
    def is_more_than_chance(self) -> bool:
        return self.share is not None and self.chance_high is not None and self.share > self.chance_high


def by_income(told: Told) -> Income:
    lines = {line.told[MEANS]: line for line in told.lines(MEANS)}
    ranked = [lines[each.value] for each in _RANKED]
    ordered = [*ranked, lines[Means.UNKNOWN.value]]
    if not all(_is_told(line) for line in ordered):
        return Income(ordered, None)
    rank = [*range(len(_RANKED)), float("nan")]
    came = np.array([line.came.value for line in ordered], np.float64)
    stayed = np.array([line.children.value for line in ordered], np.float64) - came
    quotient = np.array([*rank, *rank], np.float64)
    taken = np.repeat([1.0, 0.0], len(ordered))
    return Income(ordered, gradient(quotient, taken, np.concatenate([came, stayed])))


def by_quarter(told: Told) -> Apart:
    lines = told.lines(AREA)
    if len(lines) < 2 or not all(_is_told(line) for line in lines):
        return Apart(lines, None, None, None)
    came = np.array([line.came.value for line in lines], np.int64)
    known = np.array([line.children.value for line in lines], np.int64)
    share = dissimilarity(came.astype(np.float64), known.astype(np.float64))
    if share is None:
        return Apart(lines, None, None, None)
    mean, high = dissimilarity_by_chance(int(came.sum()), known)
    return Apart(lines, share, mean, high)


def _is_told(line: Line) -> bool:
    return all(_stands(figure) for figure in (line.children, line.came))


def _stands(figure: Figure) -> bool:
    return figure.value is not None and figure.since is None
