"""What can be decided without asking the database. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Direction

from .enums import RecallKind, Strength, VerdictKind

RECALL_BEFORE = timedelta(7)
"""A week before the end, those who have not handed in are told once."""
RECALL_AFTER = timedelta(1)
"""The day after the end, once more, and never again."""


class VerdictLack(models.TextChoices):
    """What a verdict lacks before a committee can read it."""

    STRENGTH_REASON = "strength_reason", _("dire pourquoi la preuve a cette force")
    NARRATIVE = "narrative", _("raconter ce que l’on a observé")
    WEAK = "weak", _("ce qui n’a pas pu être mesuré n’est une preuve ni moyenne ni forte")
    EVIDENCE = "evidence", _("une preuve forte demande au moins un chiffre connu")


def lacks_of(kind: str, strength: str, reason: str, narrative: str, *, known_figures: int) -> tuple[VerdictLack, ...]:
    """``known_figures``: indicators of the effect that have a figure for the year."""
    lacks = []
    if not reason.strip():
        lacks.append(VerdictLack.STRENGTH_REASON)
    if not narrative.strip():
        lacks.append(VerdictLack.NARRATIVE)
    if kind == VerdictKind.NOT_MEASURED and strength != Strength.WEAK:
        lacks.append(VerdictLack.WEAK)
    elif strength == Strength.STRONG and not known_figures:
        lacks.append(VerdictLack.EVIDENCE)
    return tuple(lacks)


def recall_due(closes_on: date, today: date) -> RecallKind | None:
    """Which of the two reminders stands that day: a run that was missed is made up for by the next."""
    if today >= closes_on + RECALL_AFTER:
        return RecallKind.AFTER
    return RecallKind.BEFORE if closes_on - RECALL_BEFORE <= today <= closes_on else None


def baseline_of(figures: Mapping[int, tuple[float | None, bool]], target_year: int) -> tuple[int, float] | None:
    """The last full year before the one aimed at of which a value is known: {year: (value, is it over)}."""
    known = [
        (year, value)
        for year, (value, is_over) in figures.items()
        if year < target_year and is_over and value is not None
    ]
    return max(known, default=None)


def is_reached(value: float, target: float, direction: str) -> bool | None:
    """As far as two decimals tell; None where neither way is better."""
    match direction:
        case Direction.UP | Direction.RISE_THEN_HOLD | Direction.FULL:
            return round(value, 2) >= target
        case Direction.DOWN:
            return round(value, 2) <= target
        case Direction.ZERO:
            return round(abs(value), 2) <= abs(target)
        case Direction.ONE:
            return round(abs(value - 1), 2) <= round(abs(target - 1), 2)
    return None


def asked_pairs(owners: Iterable[tuple[int, int | None]], sides: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """(objective, organisation): who carries it in the plan, and each side of the actions that serve it."""
    return {(objective, owner) for objective, owner in owners if owner is not None} | set(sides)
