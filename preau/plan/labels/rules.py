"""Pure decisions about labels: terms, alarms, what is missing, how a file stands on a day."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from preau.plan.labels.enums import LabelState, Standing


class Proof(StrEnum):
    """How a criterion stands."""

    NONE = "none"
    BEGUN = "begun"
    PROVEN = "proven"


class HasCompulsory(Protocol):
    @property
    def pk(self) -> int: ...
    @property
    def is_compulsory(self) -> bool: ...


def months_after(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def term(obtained_on: date, months: int | None) -> date | None:
    """The last day of the label; None where the rules fix no term."""
    return months_after(obtained_on, months) if months else None


def alarm_on(expires_on: date, notice_months: int) -> date:
    """From that day on, the renewal must be thought of."""
    return months_after(expires_on, -notice_months)


def is_held(obtained_on: date | None, expires_on: date | None, today: date) -> bool:
    """Both ends are included."""
    return obtained_on is not None and expires_on is not None and obtained_on <= today <= expires_on


def standing(
    state: str, *, obtained_on: date | None, expires_on: date | None, notice_months: int, today: date
) -> Standing:
    """A label that is held comes before the state of its papers; a refused renewal does not end it early."""
    if is_held(obtained_on, expires_on, today):
        assert expires_on is not None  # noqa: S101  held: both dates are there
        is_settled = state in (LabelState.OBTAINED, LabelState.SUBMITTED)
        return Standing.VALID if is_settled and today < alarm_on(expires_on, notice_months) else Standing.EXPIRING
    if state == LabelState.SUBMITTED:
        return Standing.WAITING
    return Standing.PREPARING if state == LabelState.PREPARING else Standing.CLOSED


def missing[C: HasCompulsory](criteria: Sequence[C], checked: Collection[int]) -> list[C]:
    """The compulsory criteria that nobody found proven."""
    return [each for each in criteria if each.is_compulsory and each.pk not in checked]


def proof_state(proofs: int, is_checked: bool) -> Proof:
    if not proofs:
        return Proof.NONE
    return Proof.PROVEN if is_checked else Proof.BEGUN
