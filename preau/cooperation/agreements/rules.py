"""Decisions about dates and completeness: facts come in, no database."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import DelayKind

DEFAULT_DELAYS: dict[str, tuple[int, ...]] = {DelayKind.SIGNATURE: (7, 21, 35), DelayKind.TERM: (9, 6, 3)}
"""Days after the request of a signature; months before the end. A town sets its own, from a day on (``DelayRule``)."""

MOST = {DelayKind.SIGNATURE: 365, DelayKind.TERM: 36}


class Gap(models.TextChoices):
    """What an agreement lacks before it can be voted."""

    PARTIES = "parties", _("Il faut au moins deux signataires.")
    TERM = "term", _("Les dates de début et de fin ne sont pas fixées.")
    PLAN = "plan", _("Aucun projet adopté n’y est rattaché : le conseil vote d’abord le projet.")
    PROOF = "proof", _("Le texte adopté du projet ne correspond plus à son empreinte. Prévenez votre hébergeur.")


@dataclass(frozen=True, slots=True)
class Readiness:
    parties: int
    starts_on: date | None
    ends_on: date | None
    rests_on_plan: bool
    has_adopted_plan: bool = False
    plan_is_intact: bool = True


def gaps(facts: Readiness) -> list[Gap]:
    found = []
    if facts.parties < 2:
        found.append(Gap.PARTIES)
    if facts.starts_on is None or facts.ends_on is None:
        found.append(Gap.TERM)
    if facts.rests_on_plan and not facts.has_adopted_plan:
        found.append(Gap.PLAN)
    elif facts.rests_on_plan and not facts.plan_is_intact:
        found.append(Gap.PROOF)
    return found


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last day: nine months before 30 November is 28 or 29 February."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def alarm_due(ends_on: date, today: date, months: Sequence[int]) -> int | None:
    """How many months before the end the last alarm that is due stands; None before the first, and after the end."""
    if today > ends_on:
        return None
    return min((each for each in months if months_before(ends_on, each) <= today), default=None)


def reminder_due(asked_on: date, today: date, days: Sequence[int]) -> int | None:
    """The last reminder that is due: 21 from the 21st day after the request to the eve of the next one."""
    return max((each for each in days if asked_on + timedelta(days=each) <= today), default=None)


def whole_months(today: date, ends_on: date) -> int:
    """How many whole months are left: 9 on the day of the first alarm, 8 the day after."""
    months = 0
    while months_before(ends_on, months + 1) >= today:
        months += 1
    return months


def day_is_possible(signed_on: date, *, voted_on: date, today: date) -> bool:
    return voted_on <= signed_on <= today


def in_order(kind: DelayKind, steps: Sequence[int]) -> list[int]:
    """Reminders grow with time, alarms come closer to the end. Raises ValueError for what says nothing."""
    kept = sorted(set(steps), reverse=kind == DelayKind.TERM)
    if not kept or kept[0] < 1 or kept[-1] < 1 or max(kept) > MOST[kind] or len(kept) > 6:
        raise ValueError(steps)
    return kept
