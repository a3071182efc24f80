"""A figure as it is known: how many, among how many, and why there is none. Pure.

A share of nothing is no share: "cannot be measured", never 0 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import Unit


class Missing(models.TextChoices):
    """Why a figure can't be given, in words that a mayor reads."""

    NOBODY = "nobody", _("personne n’est concerné sur cette période")
    OUTSIDE = "outside", _("il manque un nombre donné par une autre source")
    TOO_EARLY = "too_early", _("l’année suivante n’est pas terminée")
    NO_HISTORY = "no_history", _("il faut une année d’avant pour comparer")
    NO_FACTS = "no_facts", _("les faits de cette période ne sont pas encore arrêtés")
    NOT_TYPED = "not_typed", _("personne ne l’a encore saisi")


@dataclass(frozen=True, slots=True)
class Figure:
    """``cell`` is "" for the whole, else the value of the breakdown. ``people``: how many children, homes or things
    stand behind it, for the threshold that hides small numbers; None where it counts no person."""

    cell: str = ""
    counted: float | None = None
    among: float | None = None
    value: float | None = None
    missing: Missing | None = None
    people: int | None = None

    @classmethod
    def share(cls, counted: float, among: float | None, *, cell: str = "", people: int | None = None) -> Self:
        """In percent. ``among`` None: the other source has not spoken."""
        if among is None:
            return cls(cell, counted, None, None, Missing.OUTSIDE, people)
        if not among:
            return cls(cell, counted, among, None, Missing.NOBODY, people)
        return cls(cell, counted, among, 100 * counted / among, None, people)

    @classmethod
    def mean(cls, total: float, among: float, *, cell: str = "", people: int | None = None) -> Self:
        if not among:
            return cls(cell, total, among, None, Missing.NOBODY, people)
        return cls(cell, total, among, total / among, None, people)

    @classmethod
    def plain(cls, value: float | None, *, cell: str = "", people: int | None = None) -> Self:
        """None: there was nobody to take a median of, or a gap between."""
        return cls(cell, None, None, value, Missing.NOBODY if value is None else None, people)

    @classmethod
    def none(cls, why: Missing, *, cell: str = "") -> Self:
        return cls(cell, missing=why)

    @property
    def is_known(self) -> bool:
        return self.value is not None


SHARES = frozenset({Unit.SHARE})
