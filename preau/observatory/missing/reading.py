"""What a page reads of what was shown: groups with what is seen and what was expected, and the group least seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from preau.observatory.disclosure import Figure, Safe, SafeTable, rounded
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import last_under, thresholds_on
from preau.offer.outreach.groups import Group
from preau.people.organisations.models import Commune

from .counting import AREA, CAME, MEANS, NOWHERE, SEX, STAGE, YES
from .rules.expected import Found, Seen, least, seen
from .showing import SERIES, year_of

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
    """A school year, as it was shown last."""

    year: int
    until: date
    safe: Safe = field(repr=False)
    least: int = 20
    """Fewer children than this have neither a share nor an expected number (``Thresholds.percentage``)."""

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

    def least_seen(self) -> Found[Line] | None:
        """Among all the groups that are told. That smaller children come less is no news: ages alone are left
        out, those of one age are compared with their age.
        """
        tables = [*((name,) for name in DIMENSIONS if name != STAGE), *_crossings(self.safe)]
        found = [line for names in tables for line in self.lines(*names)]
        return least([(line, line.seen) for line in found if line.seen is not None])

    def _line(self, whole: SafeTable, labels: tuple[str, ...], children: Figure, came: Figure) -> Line:
        told = dict(zip(whole.dimensions, labels, strict=True))
        return Line(told, children, came, self._seen(children, came, self._beside(told)))

    def _beside(self, told: dict[str, str]) -> Town:
        """Whom the group is compared with: the children of its age, the town where it is of all ages."""
        if STAGE not in told or len(told) == 1:
            return self.town
        stage = told[STAGE]
        crossed = self.safe.table(STAGE, CAME)
        labels = tuple(stage if name == STAGE else YES for name in crossed.dimensions)
        return Town(self.safe.table(STAGE)[(stage,)], crossed[labels])

    def _seen(self, children: Figure, came: Figure, town: Town) -> Seen | None:
        """Figures of two dates are no part of each other."""
        numbers = (came, children, town.came, town.children)
        if any(each.value is None or each.since is not None for each in numbers):
            return None
        had, of, town_had, town_of = [int(each.value) for each in numbers if each.value is not None]
        if not (had <= of and had <= town_had and of <= town_of and had + town_of - of >= town_had):
            return None
        return seen(had, of, town_had, town_of, least=self.least)


def _crossings(safe: Safe) -> list[tuple[str, ...]]:
    return [tuple(name for name in table if name != CAME) for table in safe.tables if len(table) == 3 and CAME in table]


def years_told(commune: Commune) -> list[Told]:
    """As each was shown last, the most recent first. Two queries, and one more for each year.

    Rounded before anything is worked out of it: indicators count nearly the same children (those of other towns too,
    those of all ages), and a number told to the unit beside a rounded one gave the few who make the difference.
    """
    found = [_told(commune, year_of(series), each) for series, each in last_under(commune, SERIES).items()]
    return sorted(found, key=lambda each: -each.year)


def _told(commune: Commune, year: int, release: Release) -> Told:
    rule = thresholds_on(commune, release.day)
    return Told(year, release.day, rounded(release.safe, rule), rule.percentage)


def first_to_read(told: Sequence[Told]) -> Told | None:
    """The most recent year of which the town's own total is told; else the most recent."""
    return next((each for each in told if each.town.came.value is not None), told[0] if told else None)
