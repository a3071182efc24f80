"""When the door of a place is open: read from its rows, written all at once."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .actions import hold_site
from .enums import Season
from .models import OpeningChange, OpeningHours, Site
from .opening import Change, Opening, Span, Timetable, overlap


class OpeningsOverlap(Exception):
    """Two rows would say the same minute twice. Carries both."""

    def __init__(self, first: Opening, second: Opening) -> None:
        super().__init__(f"{first} and {second}")
        self.first, self.second = first, second


def timetable_of(site: Site) -> Timetable:
    """Two queries, none when ``openings`` and ``opening_changes`` were fetched with the site."""
    return Timetable(
        tuple(as_opening(row) for row in site.openings.all()),
        tuple(as_change(row) for row in site.opening_changes.all()),
        site.is_always_open,
        site.opens_on_bank_holidays,
    )


def as_opening(row: OpeningHours) -> Opening:
    return Opening(row.weekday, row.opens_at, row.closes_at, Season(row.season), row.valid_from, row.valid_to)


def as_change(row: OpeningChange) -> Change:
    span = Span(row.opens_at, row.closes_at) if row.opens_at and row.closes_at else None
    return Change(row.first_day, row.last_day, span, row.reason)


@transaction.atomic
def write_openings(
    site: Site, openings: Sequence[Opening], *, always: bool, on_bank_holidays: bool, seen_version: int, hand: Hand
) -> Site:
    """The whole week at once; ``always``: nobody locks the door, rows are not kept.

    Raises OpeningsOverlap, SiteChanged.
    """
    rows = () if always else openings
    if (pair := overlap(rows)) is not None:
        raise OpeningsOverlap(*pair)
    held = hold_site(site, seen_version)
    held.is_always_open, held.opens_on_bank_holidays = always, on_bank_holidays
    held.save()
    held.openings.all().delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(
            site=held,
            weekday=each.weekday,
            opens_at=each.opens_at,
            closes_at=each.closes_at,
            season=each.season,
            valid_from=each.valid_from,
            valid_to=each.valid_to,
        )
        for each in rows
    )
    record("site.hours_written", held, by=hand.by_id, now=hand.now, details={"rows": len(rows), "always": always})
    return held


@transaction.atomic
def add_change(site: Site, change: Change, *, hand: Hand) -> OpeningChange:
    """Works, a bridge day, a long evening. The last one told wins where two meet."""
    held = Site.objects.select_for_update(no_key=True).get(pk=site.pk)
    span = change.span
    row = OpeningChange.objects.create(
        site=held,
        first_day=change.first_day,
        last_day=change.last_day,
        opens_at=span.opens_at if span else None,
        closes_at=span.closes_at if span else None,
        reason=change.reason,
    )
    details = {"from": change.first_day.isoformat(), "to": change.last_day.isoformat(), "open": span is not None}
    record("site.hours_changed", held, by=hand.by_id, now=hand.now, details=details)
    return row


@transaction.atomic
def remove_change(change: OpeningChange, *, hand: Hand) -> None:
    details = {"from": change.first_day.isoformat(), "to": change.last_day.isoformat()}
    record("site.hours_change_removed", change.site, by=hand.by_id, now=hand.now, details=details)
    change.delete()
