"""The sessions of activities as rows: written from their slots and the calendar, again and again, never twice.

A session that still exists keeps its key, whatever changes around it. What has begun is history: it is not touched.
Days gone by are written once, when an activity has no session at all; a slot that comes later fills the days to come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from django.db import transaction
from django.db.models import ProtectedError, Q

from preau.offer.activities.bands import TownBands
from preau.offer.activities.models import Activity, Session, Slot
from preau.offer.activities.recurrence import Occurrence, occurrences
from preau.offer.activities.revisions import touch
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.calendar.queries import calendar_of, weeks_by_site
from preau.town.calendar.schoolcalendar import SchoolCalendar

AT_ONCE = 500
"""Activities whose sessions are worked out together: some ten thousand rows in memory."""
TAKEN_OUT = "retirée du programme"
"""The reason, in French as every reason of a session, of a date that is no longer wanted and that somebody holds."""
_WRITTEN = ["starts_at", "ends_at", "band", "is_cancelled", "reason"]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many sessions were made, changed and removed, and of how many activities."""

    made: int = 0
    changed: int = 0
    removed: int = 0
    activities: int = 0

    @property
    def total(self) -> int:
        return self.made + self.changed + self.removed

    def __add__(self, other: Refreshed) -> Refreshed:
        return Refreshed(
            self.made + other.made,
            self.changed + other.changed,
            self.removed + other.removed,
            self.activities + other.activities,
        )


def plan_sessions(activity: Activity, calendar: SchoolCalendar, bands: TownBands) -> dict[tuple[int, date], Occurrence]:
    """What the rules want for an activity, by slot and day. Its slots and their exceptions should be preloaded."""
    between = activity.starts_on, activity.ends_on
    return {
        (slot.pk, each.day): each
        for slot in activity.slots.all()
        for each in occurrences(
            slot,
            between,
            calendar,
            site=activity.site_id,
            exceptions=slot.exceptions.all(),
            band_of=bands.of(activity.site_id),
        )
    }


def refresh_sessions(activity: Activity, *, hand: Hand, calendar: SchoolCalendar | None = None) -> Refreshed:
    """To be called when the slots, exceptions, dates or place of an activity changed. Twice changes nothing more."""
    return refresh_many([activity], hand=hand, calendar=calendar)


@transaction.atomic
def refresh_many(
    activities: Iterable[Activity], *, hand: Hand, calendar: SchoolCalendar | None = None, since: date | None = None
) -> Refreshed:
    """The same for many activities of one town, in a number of queries that grows with their sessions / 1000.

    ``since``: nothing before that day is touched. The catalogue's clock is told once for all that changed.
    """
    total = Refreshed()
    bands: TownBands | None = None
    for group in batched(activities, AT_ONCE):
        commune = group[0].commune
        calendar = calendar or calendar_of(commune)
        bands = bands or TownBands(weeks_by_site(commune), calendar)
        total += _refresh(group, calendar, bands, hand, since)
    return total


@transaction.atomic
def refresh_from(
    commune: Commune, day: date, *, hand: Hand, last_day: date | None = None, sites: Sequence[int] | None = None
) -> Refreshed:
    """Works out the sessions to come from a day: holidays, closures or weeks have changed.

    ``last_day`` and ``sites`` narrow it to the activities that a closure can touch. Kept in the journal.
    """
    touched = Activity.objects.filter(commune=commune, ends_on__gte=day)
    if last_day is not None:
        touched = touched.filter(starts_on__lte=last_day)
    if sites is not None:
        touched = touched.filter(Q(site__in=sites) | Q(site__part_of__in=sites))
    done = refresh_many(touched.select_related("commune").order_by("pk"), hand=hand, since=day)
    if done.total:
        details = {"day": day.isoformat(), "sessions": done.total, "activities": done.activities}
        record("activities.sessions_refreshed", commune, by=hand.by_id, now=hand.now, details=details)
    return done


def _refresh(
    group: Sequence[Activity], calendar: SchoolCalendar, bands: TownBands, hand: Hand, since: date | None
) -> Refreshed:
    by_key = {each.pk: each for each in _held(group)}
    known: dict[int, dict[tuple[int, date], Session]] = defaultdict(dict)
    for row in Session.objects.filter(activity__in=by_key):
        known[row.activity_id][row.slot_id, row.day] = row
    made: list[Session] = []
    changed: list[Session] = []
    removed: list[Session] = []
    for pk, activity in by_key.items():
        rows, wanted = known[pk], plan_sessions(activity, calendar, bands)
        made += _missing(activity, rows, wanted, hand.now, since)
        changed += [row for row in _open(rows.values(), hand.now, since) if _differs(row, wanted.get(_key(row)))]
        removed += [row for row in _open(rows.values(), hand.now, since) if _is_left_over(row, wanted)]
    _write(made, changed, removed)
    touched = {each.activity_id for each in (*made, *changed, *removed)}
    if touched:
        touch(group[0].commune, [by_key[pk] for pk in sorted(touched)])
        for each in group:
            each.revision = by_key[each.pk].revision
    return Refreshed(len(made), len(changed), len(removed), len(touched))


def _held(group: Sequence[Activity]) -> list[Activity]:
    """As they stand now, and nobody else works their sessions out meanwhile."""
    held = Activity.objects.select_for_update(no_key=True).filter(pk__in=[each.pk for each in group]).order_by("pk")
    return list(held.prefetch_related("slots__exceptions"))


def _missing(
    activity: Activity,
    rows: dict[tuple[int, date], Session],
    wanted: dict[tuple[int, date], Occurrence],
    now: datetime,
    since: date | None,
) -> Iterator[Session]:
    is_first = not rows and since is None
    for (slot, day), each in wanted.items():
        if (slot, day) not in rows and (is_first or (each.starts_at >= now and (since is None or day >= since))):
            row = Session(activity=activity, slot=Slot(pk=slot), day=day)
            _say(row, each)
            yield row


def _open(rows: Iterable[Session], now: datetime, since: date | None) -> Iterator[Session]:
    """Those that can still change."""
    return (row for row in rows if row.starts_at >= now and (since is None or row.day >= since))


def _is_left_over(row: Session, wanted: dict[tuple[int, date], Occurrence]) -> bool:
    return _key(row) not in wanted and not (row.is_cancelled and row.reason == TAKEN_OUT)


def _key(row: Session) -> tuple[int, date]:
    return row.slot_id, row.day


def _differs(row: Session, wanted: Occurrence | None) -> bool:
    """Says what is wanted on the row, and whether that changes it."""
    if wanted is None:
        return False
    before = [getattr(row, name) for name in _WRITTEN]
    _say(row, wanted)
    return before != [getattr(row, name) for name in _WRITTEN]


def _say(row: Session, wanted: Occurrence) -> None:
    row.starts_at, row.ends_at = wanted.starts_at, wanted.ends_at
    row.is_cancelled, row.reason = wanted.is_cancelled, wanted.reason
    row.band = wanted.band or ""


def _write(made: list[Session], changed: list[Session], removed: list[Session]) -> None:
    """What changed is written over the row of its slot and day, which keeps its key: ten times faster than updates."""
    Session.objects.bulk_create(made, batch_size=1000)
    Session.objects.bulk_create(
        [_without_key(row) for row in changed],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["slot", "day"],
        update_fields=_WRITTEN,
    )
    for part in batched(removed, 1000):
        _remove(part)


def _remove(rows: Sequence[Session]) -> None:
    """A date that somebody registered for is not erased: it is called off, and says so."""
    try:
        with transaction.atomic():
            Session.objects.filter(pk__in=[row.pk for row in rows]).delete()
    except ProtectedError as used:
        kept = {getattr(each, "session_id") for each in used.protected_objects}  # noqa: B009  of whatever app
        Session.objects.filter(pk__in=kept).update(is_cancelled=True, reason=TAKEN_OUT)
        Session.objects.filter(pk__in=[row.pk for row in rows if row.pk not in kept]).delete()


def _without_key(row: Session) -> Session:
    facts = {name: getattr(row, name) for name in ("activity_id", "slot_id", "day", *_WRITTEN)}
    return Session(**facts)
