"""Which squares may be told. A hidden one enters no figure at all: nothing can be found by subtraction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pairs import Flags, Floats

LEAST_HOUSEHOLDS = 11
"""The threshold under which INSEE itself protects a square."""


@dataclass(frozen=True, slots=True)
class Least:
    """The dated thresholds of the town. ``children``: fewer are not told of; ``share``: fewer have no percentage;
    ``step``: children are counted by that many, as the squares are estimates, and a unit would pretend to know.
    """

    children: int
    share: int
    step: int


@dataclass(frozen=True, slots=True)
class Visible:
    """``children`` (n,): rounded to the step, 0 where the square is hidden. The three flags (n,) say why it is: only
    the first reason that holds.
    """

    children: Floats
    few_children: Flags
    few_households: Flags
    is_imputed: Flags

    @property
    def is_hidden(self) -> Flags:
        return self.few_children | self.few_households | self.is_imputed


def visible(children: Floats, households: Floats, is_imputed: Flags, least: Least) -> Visible:
    """All (n,) but ``least``. Whatever is shown or summed afterwards reads ``children`` of the answer and nothing else.

    A square that is hidden counts as nobody, in the shares as in the seats that children compete for: of two answers
    of the house, whatever the age, the price or the move that is tried, the difference never depends on it.
    """
    few_children = children < least.children
    few_households = ~few_children & (households < LEAST_HOUSEHOLDS)
    imputed = ~few_children & ~few_households & is_imputed
    kept = ~(few_children | few_households | imputed)
    return Visible(
        np.where(kept, least.step * np.rint(children / least.step), 0.0), few_children, few_households, imputed
    )
