"""What the address asks: a school year, what to tell children by, what to cross it with. Anything else is as first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.observatory.missing.counting import AREA, CAME, MEANS, SEX, STAGE, TABLES

WAYS: dict[str, tuple[str, str | Promise]] = {
    "quartier": (AREA, _("quartier")),
    "age": (STAGE, _("âge")),
    "sexe": (SEX, _("filles et garçons")),
    "quotient": (MEANS, _("quotient")),
}
"""As an address writes it: the dimension, and its name in a sentence."""
FIRST = "quartier"
TABLES_TOLD = {tuple(sorted(table)) for table in TABLES}


@dataclass(frozen=True, slots=True)
class Asked:
    """``by`` and ``crossed`` are keys of ``WAYS``; "" where nothing is crossed. ``year`` None: the first to read."""

    by: str = FIRST
    crossed: str = ""
    year: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(WAYS[each][0] for each in (self.by, self.crossed) if each)

    @property
    def address(self) -> str:
        told = {"par": self.by, "et": self.crossed, "annee": str(self.year or "")}
        return urlencode({name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True)
class Choice:
    label: str | Promise
    address: str
    is_current: bool


def asked(data: QueryDict, years: Sequence[int]) -> Asked:
    by, crossed, year = data.get("par", ""), data.get("et", ""), data.get("annee", "")
    by = by if by in WAYS else FIRST
    known = int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None
    return Asked(by, crossed if may_cross(by, crossed) else "", known if known in years else None)


def may_cross(by: str, other: str) -> bool:
    """What is told: income is not told quarter by quarter."""
    return other in WAYS and tuple(sorted((WAYS[by][0], WAYS[other][0], CAME))) in TABLES_TOLD


def ways(now: Asked) -> list[Choice]:
    return [
        Choice(
            label,
            replace(now, by=key, crossed=now.crossed if may_cross(key, now.crossed) else "").address,
            key == now.by,
        )
        for key, (_name, label) in WAYS.items()
    ]


def crossings(now: Asked) -> list[Choice]:
    none = Choice(_("rien"), replace(now, crossed="").address, not now.crossed)
    others = [(key, label) for key, (_name, label) in WAYS.items() if may_cross(now.by, key)]
    return [none, *(Choice(label, replace(now, crossed=key).address, key == now.crossed) for key, label in others)]
