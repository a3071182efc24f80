"""Groups and dates open to registration: opened from the slots of an entry, changed, closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from preau.offer.activities.models import Activity, Session, Slot
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import Mode
from .errors import TooManyTaken, UnitChanged
from .labels import session_label, slot_label
from .models import BookingUnit
from .taking import offer_freed


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """``opens_at`` empty: shown, and not open yet. ``documents`` are kinds that a child or a home must have given."""

    capacity: int
    mode: str = Mode.DIRECT
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    documents: Sequence[str] = field(default_factory=tuple)
    release_days: int = 2


@transaction.atomic
def open_units(
    activity: Activity, facts: UnitFacts, *, hand: Hand, slots: Iterable[Slot] = (), sessions: Iterable[Session] = ()
) -> list[BookingUnit]:
    """A unit for each group or date; those that are open already stay as they are. The new ones, in their order.

    The places that a slot says of itself count before those of ``facts``.
    """
    held = Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    known_slots = set(held.units.filter(slot__isnull=False).values_list("slot", flat=True))
    known_sessions = set(held.units.filter(session__isnull=False).values_list("session", flat=True))
    made = [
        _write(
            BookingUnit(
                activity=held,
                slot=slot,
                label=slot_label(slot),
                starts_on=max(held.starts_on, slot.first_on or held.starts_on),
                ends_on=min(held.ends_on, slot.last_on or held.ends_on),
            ),
            facts,
            slot.capacity or facts.capacity,
        )
        for slot in slots
        if slot.pk not in known_slots
    ]
    made += [
        _write(
            BookingUnit(activity=held, session=each, label=session_label(each), starts_on=each.day, ends_on=each.day),
            facts,
            each.slot.capacity or facts.capacity,
        )
        for each in sessions
        if each.pk not in known_sessions
    ]
    if made:
        details = {"units": [each.pk for each in made], "mode": facts.mode}
        record("enrolment.opened", held, by=hand.by_id, now=hand.now, details=details)
    return made


@transaction.atomic
def change_unit(unit: BookingUnit, facts: UnitFacts, *, seen_version: int, hand: Hand) -> BookingUnit:
    """More places go at once to those who wait. Raises UnitChanged, TooManyTaken."""
    held = BookingUnit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if held.version != seen_version:
        raise UnitChanged(held)
    if facts.capacity < held.taken:
        raise TooManyTaken(held.taken)
    details = {"capacity": [held.capacity, facts.capacity], "mode": [held.mode, str(facts.mode)]}
    held.version += 1
    _write(held, facts, facts.capacity)
    offer_freed(held, now=hand.now)
    record("enrolment.unit_changed", held, by=hand.by_id, now=hand.now, details=details)
    return held


def _write(unit: BookingUnit, facts: UnitFacts, capacity: int) -> BookingUnit:
    unit.capacity, unit.mode = capacity, facts.mode
    unit.opens_at, unit.closes_at = facts.opens_at, facts.closes_at
    unit.documents, unit.release_days = sorted(facts.documents), facts.release_days
    unit.save()
    return unit
