"""Typing a figure that the platform can't count: with its source, its date, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import store_file

from .enums import Status, Unit
from .errors import CountsItself, NoProof, Withdrawn
from .measures import MEASURES
from .models import Indicator, Value


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types. Either ``amount``, or ``counted`` and ``among`` from which it is worked out."""

    school_year: int
    source: str
    known_on: date
    amount: Decimal | None = None
    counted: Decimal | None = None
    among: Decimal | None = None
    part: str = ""
    answers: int | None = None
    asked: int | None = None
    remark: str = ""


@transaction.atomic
def type_value(indicator: Indicator, typed: Typed, *, upload: tuple[bytes, str] | None = None, hand: Hand) -> Value:
    """``upload`` is (bytes, name). Typed again for the same year, the new row replaces the one that stood.

    Raises Withdrawn, CountsItself, NoProof, FileRefused, and ValueError for a value that comes from tomorrow or says
    neither an amount nor of what it is made.
    """
    held = Indicator.objects.select_for_update(no_key=True).get(pk=indicator.pk)
    if not held.is_kept:
        raise Withdrawn
    _check_part(held, typed)
    if typed.known_on > timezone.localdate(hand.now):
        raise ValueError(typed.known_on)
    if _needs_proof(held, typed) and upload is None:
        raise NoProof
    proof = store_file(*upload, by=hand.by, now=hand.now) if upload else None
    before = _standing(held, typed)
    value = Value.objects.create(
        indicator=held,
        school_year=typed.school_year,
        part=typed.part,
        counted=typed.counted,
        among=typed.among,
        amount=_amount(held, typed),
        answers=typed.answers,
        asked=typed.asked,
        source=typed.source,
        known_on=typed.known_on,
        proof=proof,
        remark=typed.remark,
        typed_at=hand.now,
        typed_by=hand.by,
        replaces=before,
    )
    details = {"effect": held.effect.code, "year": typed.school_year, "part": typed.part}
    record("indicator.typed", value, by=hand.by_id, now=hand.now, details=details)
    return value


def parts_of(indicator: Indicator) -> dict[str, object]:
    """The outside numbers that its measure lacks: {part: words}; empty for what counts itself alone."""
    measure = MEASURES.get(indicator.code)
    return {each.part: each.words for each in measure.outside} if measure else {}


def takes_a_value(indicator: Indicator) -> bool:
    """Somebody types it, or a number that it lacks."""
    return indicator.entry.status != Status.COUNTED or bool(parts_of(indicator))


def _check_part(held: Indicator, typed: Typed) -> None:
    parts = parts_of(held)
    if held.entry.status == Status.COUNTED and typed.part not in parts:
        raise CountsItself
    if typed.part and typed.part not in parts:
        raise ValueError(typed.part)


def _needs_proof(held: Indicator, typed: Typed) -> bool:
    """An outside number has its source and its date; a survey has its answers; the rest is shown by a document."""
    return not typed.part and held.entry.status in (Status.TYPED, Status.WAITING)


def _standing(held: Indicator, typed: Typed) -> Value | None:
    return held.values.standing().filter(school_year=typed.school_year, part=typed.part).first()


def _amount(held: Indicator, typed: Typed) -> Decimal:
    if typed.amount is not None:
        return typed.amount
    if typed.counted is None or not typed.among:
        raise ValueError(typed.amount)
    quotient = typed.counted / typed.among
    return round(100 * quotient if held.entry.unit == Unit.SHARE else quotient, 2)
