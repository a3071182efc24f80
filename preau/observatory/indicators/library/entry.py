"""What is known of an indicator before any figure: one immutable line of the library."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Breakdown, Direction, Module, Period, Sensitivity, Status, Unit

type Words = str | Promise

_SENSITIVE = frozenset({Breakdown.QUOTIENT})


@dataclass(frozen=True, slots=True)
class Entry:
    """``code`` is that of its effect and a number (A1.G1.E1.i1), for good.

    ``counted`` over ``among``; ``among`` is "" for what is not a share. ``doubts`` is how the figure misleads.
    ``read_with``: codes never shown without it. ``minutes``: what collecting it costs in a year, all people together.
    ``differs``: in what the house counts something else than the ideal. ``same_as``: it is another one, shown twice.
    """

    code: str
    title: Words
    counted: Words
    among: Words = ""
    doubts: Words = ""
    direction: Direction = Direction.UP
    period: Period = Period.YEAR
    unit: Unit = Unit.SHARE
    status: Status = Status.COUNTED
    waits_for: Module | None = None
    minutes: int = 0
    by: tuple[Breakdown, ...] = ()
    read_with: tuple[str, ...] = ()
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    differs: Words = ""
    same_as: str = ""

    @property
    def effect(self) -> str:
        """The code of the effect beside which it stands."""
        return self.code.rsplit(".", 1)[0]

    @property
    def axis(self) -> int:
        return int(self.code[1])

    @property
    def slug(self) -> str:
        return self.code.lower().replace(".", "-")

    def threshold(self, by: Breakdown | None = None) -> Sensitivity:
        """The class of what is shown: a cut by income is sensitive whatever the indicator."""
        return Sensitivity.SENSITIVE if by in _SENSITIVE else self.sensitivity

    @property
    def where_it_comes_from(self) -> Words:
        if self.waits_for is None:
            return Status(self.status).label
        return _("attend un outil : %(module)s") % {"module": Module(self.waits_for).label}
