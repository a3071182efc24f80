"""The steps of an entry's life. Who may take them is in ``activities.permissions``; why one can't be now, here."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from preau.offer.activities.completeness import lacking
from preau.offer.activities.enums import EntryState
from preau.offer.activities.errors import EntryConflict, NotComplete
from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import touch
from preau.offer.activities.said import entry_facts
from preau.offer.activities.writing import changed_since, hold, is_reader, write_down
from preau.offer.providers.queries import hiding_papers
from preau.people.accounts.hand import Hand

from .errors import PapersMissing
from .reasons import ChangeCause, RefusalCause
from .states import LIFE, SHOWN
from .telling import tell_step


@transaction.atomic
def propose(activity: Activity, *, hand: Hand) -> Activity:
    """Hands the entry to the town. Raises NotNow, NotComplete."""
    held = hold(activity)
    LIFE.take("propose", held.state)
    _check(held)
    return _move(held, "propose", hand=hand)


@transaction.atomic
def publish(activity: Activity, *, hand: Hand, seen_version: int | None = None) -> Activity:
    """Families see it. Raises NotNow, NotComplete, PapersMissing, EntryConflict when it is no longer what was read."""
    held = hold(activity)
    LIFE.take("publish", held.state)
    _check_seen(held, seen_version)
    _check(held)
    if kinds := hiding_papers(held, timezone.localdate(hand.now)):
        raise PapersMissing(kinds)
    held.published_at = held.published_at or hand.now
    held.verified_on = timezone.localdate(hand.now)
    held.read_version = held.version
    return _move(held, "publish", hand=hand)


@transaction.atomic
def verify(activity: Activity, *, hand: Hand, seen_version: int | None = None) -> Activity:
    """Somebody who knows says that every word is still true: the year starts anew. Raises NotNow, EntryConflict."""
    held = hold(activity)
    LIFE.take("verify", held.state)
    _check_seen(held, seen_version)
    held.verified_on = timezone.localdate(hand.now)
    if is_reader(hand):
        held.read_version = held.version
    return _move(held, "verify", hand=hand)


@transaction.atomic
def reread(activity: Activity, *, hand: Hand, seen_version: int | None = None) -> Activity:
    """An agent has read what its organisation changed since. Raises NotNow, EntryConflict."""
    held = hold(activity)
    LIFE.take("reread", held.state)
    _check_seen(held, seen_version)
    held.read_version = held.version
    return _move(held, "reread", hand=hand)


@transaction.atomic
def ask(activity: Activity, *, cause: ChangeCause, reason: str, hand: Hand) -> Activity:
    """Back to its organisation with what is to change. Raises NotNow, ReasonMissing."""
    return _move(hold(activity), "ask", hand=hand, cause=cause, reason=reason)


@transaction.atomic
def refuse(activity: Activity, *, cause: RefusalCause, reason: str, hand: Hand) -> Activity:
    """Raises NotNow, ReasonMissing."""
    return _move(hold(activity), "refuse", hand=hand, cause=cause, reason=reason)


@transaction.atomic
def withdraw(activity: Activity, *, reason: str, hand: Hand) -> Activity:
    """Families no longer see it; its history stays. Raises NotNow, ReasonMissing."""
    return _move(hold(activity), "withdraw", hand=hand, reason=reason)


@transaction.atomic
def redraft(activity: Activity, *, hand: Hand) -> Activity:
    """Raises NotNow."""
    return _move(hold(activity), "redraft", hand=hand)


@transaction.atomic
def expire(activity: Activity, *, hand: Hand) -> Activity:
    """A year went by and nobody said that it is still true: shown with its warning. Raises NotNow."""
    return _move(hold(activity), "expire", hand=hand)


@transaction.atomic
def suspend(activity: Activity, *, cause: ChangeCause, hand: Hand) -> Activity:
    """A paper that it needs no longer holds: families don't see it until it does. Raises NotNow."""
    return _move(hold(activity), "suspend", hand=hand, cause=cause)


@transaction.atomic
def restore(activity: Activity, *, hand: Hand) -> Activity:
    """The paper holds again; nothing else had stopped the entry. Raises NotNow, NotComplete."""
    held = hold(activity)
    LIFE.take("restore", held.state)
    _check(held)
    return _move(held, "restore", hand=hand)


def _check(activity: Activity) -> None:
    if lacks := lacking(entry_facts(activity)):
        raise NotComplete(lacks)


def _check_seen(activity: Activity, seen_version: int | None) -> None:
    if seen_version is not None and (moved := changed_since(activity, seen_version)):
        raise EntryConflict(activity, moved)


def _move(activity: Activity, step: str, *, hand: Hand, cause: str = "", reason: str = "") -> Activity:
    """Raises NotNow, ReasonMissing."""
    before = activity.state
    activity.state = EntryState(LIFE.take(step, before, reason=reason).target)
    activity.save()
    write_down(activity, step, hand=hand, from_state=before, cause=cause, reason=reason)
    tell_step(activity, step, hand=hand)
    if before in SHOWN or activity.state in SHOWN:
        touch(activity.commune, [activity])
    return activity
