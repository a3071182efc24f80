"""What a page reads of a picture: groups with what is seen and what was expected, and the group least seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from preau.observatory.disclosure import Figure, Safe, SafeTable
from preau.offer.outreach.groups import Group
from preau.people.organisations.models import Commune

from .counting import AREA, CAME, MEANS, NOWHERE, SEX, STAGE, YES
from .models import Picture
from .rules.expected import Seen, seen, surest

DIMENSIONS = (AREA, STAGE, SEX, MEANS)


@dataclass(frozen=True, slots=True)
class Line:
    """A group, by the value of each dimension it is told by. ``children`` known, ``came`` of them, as they are shown.

    ``seen`` is None where one of the two is hidden, or where there are too few for a share.
    """

    told: dict[str, str]
    children: Figure
    came: Figure
    seen: Seen | None

    @property
    def group(self) -> Group:
        quarter = self.told.get(AREA, "")
        return Group(quarter if quarter != NOWHERE else "", self.told.get(STAGE, ""), self.told.get(MEANS, ""))

    @property
    def may_be_called(self) -> bool:
        """A group that an outreach list can name: neither girls apart from boys, nor those of no known quarter."""
        return SEX not in self.told and self.told.get(AREA) != NOWHERE


@dataclass(frozen=True, slots=True)
class Town:
    """``children`` known and ``came``, over the whole town; hidden in a very small one."""

    children: Figure
    came: Figure


@dataclass(frozen=True)
class Told:
    """A picture, opened."""

    picture: Picture
    safe: Safe = field(repr=False)

    @property
    def town(self) -> Town:
        return Town(self.safe.table()[()], self.safe.table(CAME)[(YES,)])

    def lines(self, *names: str) -> list[Line]:
        """One for each group of that crossing, in the order of the values' names."""
        crossed = self.safe.table(*names, CAME)
        whole = self.safe.table(*names)
        place = crossed.dimensions.index(CAME)
        return [
            self._line(whole, labels, figure, crossed[(*labels[:place], YES, *labels[place:])])
            for labels, figure in sorted(whole.figures.items())
        ]

    def least_seen(self) -> tuple[Line, int] | None:
        """And among how many groups it was looked for. Those of no quarter are no group that one could go to."""
        tables = [*((name,) for name in DIMENSIONS), *_crossings(self.safe)]
        found = [line for names in tables for line in self.lines(*names) if line.told.get(AREA) != NOWHERE]
        told = [(number, line.seen) for number, line in enumerate(found) if line.seen is not None]
        best = surest(told)
        return (found[best[0]], len(told)) if best else None

    def _line(self, whole: SafeTable, labels: tuple[str, ...], children: Figure, came: Figure) -> Line:
        told = dict(zip(whole.dimensions, labels, strict=True))
        return Line(told, children, came, self._seen(children, came))

    def _seen(self, children: Figure, came: Figure) -> Seen | None:
        """Figures of two dates are no part of each other."""
        town = self.town
        numbers = (came, children, town.came, town.children)
        if any(each.value is None or each.since is not None for each in numbers):
            return None
        values = [int(each.value) for each in numbers if each.value is not None]
        had, of, town_had, town_of = values
        if not (had <= of and had <= town_had and of <= town_of and had + town_of - of >= town_had):
            return None
        return seen(had, of, town_had, town_of)


def _crossings(safe: Safe) -> list[tuple[str, ...]]:
    return [tuple(name for name in table if name != CAME) for table in safe.tables if len(table) == 3 and CAME in table]


def pictures_of(commune: Commune) -> list[Picture]:
    """The last one of each school year, the most recent year first."""
    last: dict[int, Picture] = {}
    for each in Picture.objects.filter(commune=commune).order_by("school_year", "until"):
        last[each.school_year] = each
    return [last[year] for year in sorted(last, reverse=True)]


def opened(picture: Picture) -> Told:
    return Told(picture, picture.safe)


def first_to_read(pictures: Sequence[Picture]) -> Told | None:
    """The most recent year of which the town's own total is told; else the most recent."""
    told = [opened(each) for each in pictures]
    return next((each for each in told if each.town.came.value is not None), told[0] if told else None)


def day_of(figure: Figure, picture: Picture) -> date:
    """Which day a figure is true of: an earlier one when the change since is too small to be told."""
    return figure.since or picture.until
