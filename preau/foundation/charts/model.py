"""What a chart says. Every word comes from whoever counts: a chart writes no number by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .marks import Drawing
    from .tabled import Table


class Kind(StrEnum):
    LINE = "line"
    """How it moved: points in the order of time."""
    BARS = "bars"
    """One series, a bar for each point."""
    SHARES = "shares"
    """A row for each point, cut in as many parts as there are series."""
    DOTS = "dots"
    """A row for each point, a mark for each series, with its interval."""


class Standing(StrEnum):
    """How far a point may be read."""

    KNOWN = "known"
    UNFINISHED = "unfinished"
    """Of a span that is not over: drawn otherwise than a whole one."""
    HIDDEN = "hidden"
    """Too few people: it has no value here either."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Point:
    """``words``: the value as people read it, "42 %"; ``detail``: "13 sur 31"; ``low`` and ``high``: its interval."""

    name: str
    value: float | None = None
    words: str = ""
    detail: str = ""
    low: float | None = None
    high: float | None = None
    standing: Standing = Standing.KNOWN

    def __post_init__(self) -> None:
        if self.standing == Standing.HIDDEN and (self.value is not None or self.low is not None or self.detail):
            raise ValueError("a hidden point carries its number")

    @property
    def is_drawn(self) -> bool:
        return self.value is not None

    @property
    def is_unfinished(self) -> bool:
        return self.standing == Standing.UNFINISHED

    @property
    def is_hidden(self) -> bool:
        return self.standing == Standing.HIDDEN

    @property
    def said(self) -> str:
        """In words, whatever its standing."""
        if self.is_hidden:
            return _("masqué")
        if self.value is None:
            return self.words or _("pas de chiffre")
        return _("%(words)s, en cours") % {"words": self.words} if self.is_unfinished else self.words


@dataclass(frozen=True, slots=True)
class Series:
    """``letter``: written in its mark, so that nobody needs its colour; the rank by default."""

    name: str
    points: tuple[Point, ...]
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    value: float
    words: str


@dataclass(frozen=True)
class Chart:
    """``low`` and ``high``: ends of the scale when they are known, 0 and 100 for a share; they are stretched to hold
    every value; dots begin at ``low``, the rest at zero. ``heads``: of the first column of the table and of its number.
    ``unit`` follows the numbers of an axis.
    """

    kind: Kind
    title: str
    series: tuple[Series, ...]
    description: str = ""
    low: float | None = None
    high: float | None = None
    target: Target | None = None
    unit: str = ""
    heads: tuple[str, str] | None = None
    is_small: bool = False
    """One of several that stand side by side: it tells its first and last value only."""

    @classmethod
    def of(cls, kind: Kind, title: str, points: tuple[Point, ...], **rest: Any) -> Chart:
        """With one series, which needs no name."""
        return cls(kind, title, (Series("", points),), **rest)

    @property
    def points(self) -> Iterator[Point]:
        return (point for series in self.series for point in series.points)

    @property
    def names(self) -> list[str]:
        """Of its rows or of its moments: every series has the same ones."""
        return [point.name for point in self.series[0].points] if self.series else []

    @property
    def is_empty(self) -> bool:
        return not self.names

    @property
    def is_alone(self) -> bool:
        return len(self.series) == 1

    @property
    def has_unfinished(self) -> bool:
        return any(point.is_unfinished and point.is_drawn for point in self.points)

    @property
    def has_hidden(self) -> bool:
        return any(point.is_hidden for point in self.points)

    @property
    def has_interval(self) -> bool:
        return any(point.low is not None for point in self.points)

    @cached_property
    def said(self) -> str:
        """What it shows, for whoever does not see it: the description, then every point."""
        told = [self.description] if self.description else []
        for series in self.series:
            lead = f"{series.name} : " if series.name else ""
            told.append(lead + " ; ".join(f"{point.name} : {point.said}" for point in series.points))
        if self.target:
            told.append(self.target.words)
        return ". ".join(each.rstrip(".") for each in told if each) or _("Rien à montrer pour l’instant.")

    @property
    def notes(self) -> list[str]:
        """How to read its signs; nothing where it has none."""
        told = []
        if self.has_unfinished:
            told.append(_("En pointillé, une période qui n’est pas finie : elle ne se compare pas avec une entière."))
        if self.has_hidden:
            told.append(
                _(
                    "« masqué » : trop peu d’enfants ou de réponses, ou un chiffre qui permettrait de retrouver "
                    "celui d’à côté."
                )
            )
        if self.has_interval:
            told.append(_("Le trait autour d’un point dit entre quoi et quoi le chiffre peut se trouver."))
        return told

    @cached_property
    def drawing(self) -> Drawing:
        from .drawing import draw

        return draw(self)

    @cached_property
    def table(self) -> Table:
        from .tabled import table_of

        return table_of(self)
