"""The diet of indicators: what each costs, who reads it, and which ones to let go. Pure: proposals, never decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

HEAVY_MINUTES = 240
"""From four hours a year on, collecting is work that somebody must want."""
FEW_READERS = 2


class DropReason(models.TextChoices):
    NOBODY_READS = "nobody_reads", _("personne ne l’a lu depuis un an")
    NEVER_FILLED = "never_filled", _("aucune valeur depuis un an")
    COSTS_TOO_MUCH = "costs_too_much", _("beaucoup de travail pour très peu de lecteurs")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a chosen indicator. ``readers``: different people who opened it in the last year."""

    code: str
    minutes: int
    readers: int
    chosen_on: date
    counts_itself: bool
    last_value_on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    code: str
    reason: DropReason
    minutes: int


def minutes_a_year(kept: Sequence[Kept]) -> int:
    return sum(each.minutes for each in kept)


def to_drop(kept: Sequence[Kept], *, today: date) -> list[Proposal]:
    """The heaviest first. What was chosen less than a year ago is left in peace: nobody had the time to read it."""
    found = [
        Proposal(each.code, reason, each.minutes)
        for each in kept
        if _a_year_old(each.chosen_on, today) and (reason := _reason(each, today))
    ]
    return sorted(found, key=lambda proposal: (-proposal.minutes, proposal.code))


def _reason(each: Kept, today: date) -> DropReason | None:
    if not each.readers:
        return DropReason.NOBODY_READS
    if not each.counts_itself and (each.last_value_on is None or _a_year_old(each.last_value_on, today)):
        return DropReason.NEVER_FILLED
    if each.minutes >= HEAVY_MINUTES and each.readers < FEW_READERS:
        return DropReason.COSTS_TOO_MUCH
    return None


def _a_year_old(day: date, today: date) -> bool:
    return (today - day).days >= 365
