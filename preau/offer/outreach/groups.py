"""A group of children as both sides name it: the observatory that counts it, and the outreach that calls it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """By age on 31 December of the school year, which is how levels are made in France."""

    NURSERY = "3-5", _("3 à 5 ans")
    PRIMARY = "6-10", _("6 à 10 ans")
    SECONDARY = "11-17", _("11 à 17 ans")

    @property
    def ages(self) -> tuple[int, int]:
        """Both in."""
        first, last = self.value.split("-")
        return int(first), int(last)


class Means(models.TextChoices):
    """Bands of the family quotient, wide on purpose. Unknown is a class of its own, and is not low."""

    LOW = "low", _("quotient sous 600 €")
    MIDDLE = "middle", _("quotient de 600 à 1 199 €")
    HIGH = "high", _("quotient de 1 200 € et plus")
    UNKNOWN = "unknown", _("quotient inconnu")

    @property
    def bounds(self) -> tuple[int, int] | None:
        """From a quotient, to under another; None for those whose quotient nobody knows."""
        return _BOUNDS[self]


_BOUNDS: dict[Means, tuple[int, int] | None] = {
    Means.LOW: (0, 600),
    Means.MIDDLE: (600, 1_200),
    Means.HIGH: (1_200, 1_000_000),
    Means.UNKNOWN: None,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Children of a quarter (its slug), of a stage, of a band; "" stands for any of them. Never all three empty."""

    quarter: str = ""
    stage: str = ""
    means: str = ""

    @property
    def is_everybody(self) -> bool:
        return not (self.quarter or self.stage or self.means)

    def born_between(self, school_year: int) -> tuple[date, date]:
        """First and last day of birth; all stages together go from 3 to 17 years."""
        first, last = Stage(self.stage).ages if self.stage else (3, 17)
        return date(school_year - last, 1, 1), date(school_year - first, 12, 31)
