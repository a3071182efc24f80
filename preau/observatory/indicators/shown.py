"""What may be read of a figure. The one seam through which figures reach a page, so that small numbers never do.

A cell is hidden when too few people stand behind it, behind its answer, or behind the other answer; when one cell of
a cut is hidden, the smallest of the others is hidden with it, since a subtraction would give it back. A percentage
of a few is not written: "2 sur 3" says it better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .enums import Sensitivity
from .figures import Figure

THRESHOLDS = {Sensitivity.ORDINARY: 5, Sensitivity.SENSITIVE: 11}
PERCENT_FROM = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """``figure`` without its numbers when ``is_hidden``. ``as_percent``: enough of them for a percentage."""

    figure: Figure
    is_hidden: bool = False
    as_percent: bool = False

    @property
    def value(self) -> float | None:
        return None if self.is_hidden else self.figure.value

    @property
    def is_known(self) -> bool:
        return self.value is not None


def shown(figure: Figure, sensitivity: Sensitivity) -> Shown:
    if _is_small(figure, THRESHOLDS[sensitivity]):
        return Shown(replace(figure, counted=None, among=None, value=None, people=None), is_hidden=True)
    enough = figure.among is not None and figure.among >= PERCENT_FROM
    return Shown(figure, as_percent=enough or figure.counted is None)


def shown_together(figures: Sequence[Figure], sensitivity: Sensitivity) -> list[Shown]:
    """The cells of one cut."""
    cells = [shown(figure, sensitivity) for figure in figures]
    if sum(each.is_hidden for each in cells) != 1 or len(cells) < 2:
        return cells
    smallest = min((each for each in cells if not each.is_hidden), key=lambda each: _weight(each.figure))
    return [_hidden(each) if each is smallest else each for each in cells]


def _is_small(figure: Figure, threshold: int) -> bool:
    """Nobody at all can't be recognised: an activity that has not begun is not a secret."""
    if not figure.people:
        return False
    if figure.people < threshold:
        return True
    if figure.counted is None or figure.among is None:
        return False
    return 0 < figure.counted < threshold or 0 < figure.among - figure.counted < threshold


def _weight(figure: Figure) -> float:
    return figure.people or figure.among or 0


def _hidden(each: Shown) -> Shown:
    return Shown(replace(each.figure, counted=None, among=None, value=None, people=None), is_hidden=True)
