"""What may be read of a figure. Of people, only what was released; of things, the figure itself.

Numbers of people are rounded to the step of the town, and a share says no more than they do: two indicators that count
nearly the same children tell nothing of the few that make the difference.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from preau.observatory.disclosure import Thresholds
from preau.observatory.releases.models import Release

from .counted import INSIDE, has_answers
from .enums import Breakdown
from .figures import Figure, Missing
from .measures import MEASURES, Measure, Of

_FINEST = ((100, 1), (50, 2), (0, 5))
"""From how many people on, a share is told to how many hundredths: finer than one of them, it would tell how many."""


@dataclass(frozen=True, slots=True)
class Shown:
    """``figure`` without its numbers when ``is_hidden``. ``as_percent``: enough of them for a percentage.

    ``since``: the day of a figure that was kept, as it moved by too few people.
    """

    figure: Figure
    is_hidden: bool = False
    as_percent: bool = False
    since: date | None = None

    @property
    def value(self) -> float | None:
        return None if self.is_hidden else self.figure.value

    @property
    def is_known(self) -> bool:
        return self.value is not None


HIDDEN = Shown(Figure(), is_hidden=True)


def of_things(figure: Figure, percentage: int) -> Shown:
    """Nobody is behind it: actions, schools, agreements. A percentage of a few would not be understood."""
    enough = figure.among is not None and figure.among >= percentage
    return Shown(figure, as_percent=enough or figure.counted is None)


def of_answers(figure: Figure, thresholds: Thresholds, *, sensitive: bool) -> Shown:
    """A survey typed by hand: those who answered so, and the others, are both enough to be told of."""
    least = thresholds.of(sensitive=sensitive)
    sides = [figure.people or 0]
    if figure.counted is not None and figure.among is not None:
        sides += [int(figure.counted), int(figure.among - figure.counted)]
    return HIDDEN if min(sides) < least else of_things(figure, thresholds.percentage)


class Reading:
    """Releases of one measure, as a page reads them. ``outside``: the number that was typed, if it lacks one."""

    def __init__(self, code: str, thresholds: Thresholds, outside: float | None = None) -> None:
        self.measure: Measure = MEASURES[code]
        self.thresholds, self.outside = thresholds, outside

    def whole(self, release: Release) -> Shown:
        return self._shown(release, "", ())

    def cell(self, release: Release, by: Breakdown, value: str) -> Shown:
        """``release``: that of the cut; by domain, that of the domain."""
        label = INSIDE if by is Breakdown.DOMAIN and self.measure.of is Of.PEOPLE else value
        shown = self._shown(release, label, (label,))
        return replace(shown, figure=replace(shown.figure, cell=value))

    def values(self, release: Release, by: Breakdown) -> list[str]:
        """Those that somebody may have: a zero is told where everybody knows that nobody can be."""
        return sorted(labels[0] for labels, told in release.safe.table(by.value).figures.items() if told.value != 0)

    def _shown(self, release: Release, cell: str, labels: tuple[str, ...]) -> Shown:
        if self.measure.of is Of.PEOPLE and not has_answers(self.measure):
            return self._out_of(release, labels)
        written = release.worked_out.get(cell)
        if written is None:
            return HIDDEN
        day = date.fromisoformat(written["day"])
        if self.measure.of is Of.SMALLEST:
            return Shown(Figure(value=written["value"]), as_percent=True, since=day)
        return self._share(written["counted"], written["among"], day)

    def _out_of(self, release: Release, labels: tuple[str, ...]) -> Shown:
        """Of a number that comes from outside: told as it is."""
        told = next(table for table in release.safe.tables.values() if labels in table.figures).figures[labels]
        if told.value is None:
            return HIDDEN
        since = told.since or release.day
        if self.outside is None:
            missing = Figure(counted=self._rounded(told.value), missing=Missing.OUTSIDE)
            return Shown(missing, since=since)
        if self.outside - told.value < self.thresholds.cell:
            return HIDDEN
        return self._share(told.value, self.outside, since, is_outside=True)

    def _share(self, part: int, whole: float, since: date, *, is_kept: bool = False, is_outside: bool = False) -> Shown:
        counted, among = self._rounded(part), whole if is_outside else self._rounded(int(whole))
        enough = whole >= self.thresholds.percentage
        finest = next(step for base, step in _FINEST if among >= base)
        value = finest * round(100 * part / whole / finest) if enough else round(100 * counted / among)
        return Shown(Figure(counted=counted, among=among, value=value), as_percent=enough, since=since)

    def _rounded(self, count: int) -> int:
        step = self.thresholds.rounding
        return (2 * count + step) // (2 * step) * step
