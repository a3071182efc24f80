"""What people say of one session: it is called off, it moves, it comes back, one more is added.

Each writes an exception of the slot, and the sessions follow: they are still made by the rules. What has begun can't
be said otherwise. Who may is decided by whoever calls (the catalogue's permissions).
"""

from __future__ import annotations

from datetime import date, time

from django.db import transaction

from preau.foundation.lifecycle import ReasonMissing
from preau.offer.activities.models import Activity, Session, Slot, SlotException
from preau.offer.activities.recurrence import instants
from preau.offer.activities.sessions import refresh_sessions
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.town.calendar.queries import calendar_of


class SessionOver(Exception):
    """The session has begun, or the new day is behind us."""


class DayTaken(Exception):
    """The slot already has a session that day. Carries it."""

    def __init__(self, session: Session) -> None:
        super().__init__(f"session {session.pk} is already on that day")
        self.session = session


@transaction.atomic
def cancel_session(session: Session, *, reason: str, hand: Hand) -> Session:
    """It stays in sight where it was, called off, with its reason. Raises SessionOver, ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing("cancel_session")
    held = _hold(session, hand)
    told = {"is_cancelled": True, "reason": reason.strip()}
    SlotException.objects.update_or_create(slot=held.slot, day=held.day, defaults=told)
    return _follow(held, "session_cancelled", hand)


@transaction.atomic
def move_session(
    session: Session,
    *,
    new_day: date,
    starts_at: time | None = None,
    ends_at: time | None = None,
    reason: str = "",
    hand: Hand,
) -> Session:
    """To another day, another hour, or both; hours left out are those of the slot. Raises SessionOver, DayTaken."""
    held = _hold(session, hand)
    calendar = calendar_of(held.activity.commune)
    begins, _ends = instants(new_day, starts_at or held.slot.starts_at, ends_at or held.slot.ends_at, calendar)
    if begins < hand.now:
        raise SessionOver
    taken = held.slot.sessions.exclude(pk=held.pk).filter(starts_at=begins, is_cancelled=False).first()
    if taken is not None:
        raise DayTaken(taken)
    said_day = None if new_day == held.day else new_day
    _say(held.slot, held.day, new_day=said_day, starts_at=starts_at, ends_at=ends_at, reason=reason.strip())
    return _follow(held, "session_moved", hand)


@transaction.atomic
def restore_session(session: Session, *, hand: Hand) -> Session | None:
    """As the slot has it again: not called off, not moved. None for one that had been added. Raises SessionOver."""
    held = _hold(session, hand)
    SlotException.objects.filter(slot=held.slot, day=held.day).delete()
    record(
        "activities.session_restored", held.activity, by=hand.by_id, now=hand.now, details=_details(held.slot, held.day)
    )
    refresh_sessions(held.activity, hand=hand)
    return Session.objects.filter(pk=held.pk).first()


@transaction.atomic
def add_session(
    slot: Slot,
    *,
    day: date,
    starts_at: time | None = None,
    ends_at: time | None = None,
    reason: str = "",
    hand: Hand,
) -> Session:
    """One more, on a day when the slot does not run; hours left out are the slot's. Raises SessionOver, DayTaken."""
    activity = Activity.objects.select_for_update(no_key=True).get(pk=slot.activity_id)
    begins, _ends = instants(day, starts_at or slot.starts_at, ends_at or slot.ends_at, calendar_of(activity.commune))
    if begins < hand.now:
        raise SessionOver
    if (taken := slot.sessions.filter(day=day).first()) is not None:
        raise DayTaken(taken)
    hours = {"starts_at": starts_at or slot.starts_at, "ends_at": ends_at or slot.ends_at}
    _say(slot, day, **hours, reason=reason.strip())
    refresh_sessions(activity, hand=hand)
    record("activities.session_added", activity, by=hand.by_id, now=hand.now, details=_details(slot, day))
    return slot.sessions.get(day=day)


def _hold(session: Session, hand: Hand) -> Session:
    """The session as it stands, its activity held: two people never say two things of it at once."""
    Activity.objects.select_for_update(no_key=True).get(pk=session.activity_id)
    held = Session.objects.select_related("activity__commune", "slot").get(pk=session.pk)
    if held.starts_at < hand.now:
        raise SessionOver
    return held


def _say(slot: Slot, day: date, **facts: object) -> None:
    """The last word about a day replaces the one before it."""
    blank = {"is_cancelled": False, "new_day": None, "starts_at": None, "ends_at": None, "reason": ""}
    SlotException.objects.update_or_create(slot=slot, day=day, defaults=blank | facts)


def _follow(held: Session, verb: str, hand: Hand) -> Session:
    refresh_sessions(held.activity, hand=hand)
    record(f"activities.{verb}", held.activity, by=hand.by_id, now=hand.now, details=_details(held.slot, held.day))
    held.refresh_from_db()
    return held


def _details(slot: Slot, day: date) -> dict[str, str | int]:
    return {"slot": slot.pk, "day": day.isoformat()}
