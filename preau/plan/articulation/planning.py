"""Both sides of a site write what children do in their week."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.sheets.models import ActionSheet
from preau.town.places.models import Site

from .errors import EntryChanged
from .models import WeekEntry


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """Both days and both ages are in."""

    title: str
    weekday: int
    band: str
    starts_at: time
    ends_at: time
    starts_on: date
    ends_on: date
    age_from: int
    age_to: int
    group: str = ""
    theme: str = ""
    lead: Organisation | None = None
    leader: str = ""
    sheet: ActionSheet | None = None

    @property
    def by_name(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}


@transaction.atomic
def add_entry(site: Site, facts: EntryFacts, *, hand: Hand) -> WeekEntry:
    entry = WeekEntry.objects.create(site=site, **facts.by_name)
    record("week.entry_added", entry, by=hand.by_id, now=hand.now, details=_details(entry))
    return entry


@transaction.atomic
def change_entry(entry: WeekEntry, facts: EntryFacts, *, seen_version: int, hand: Hand) -> WeekEntry:
    """Raises EntryChanged when it is no longer at ``seen_version``, or no longer there."""
    held = (
        WeekEntry.objects.select_for_update(of=("self",), no_key=True)
        .select_related("site")
        .filter(pk=entry.pk)
        .first()
    )
    if held is None or held.version != seen_version:
        raise EntryChanged(held)
    for name, value in facts.by_name.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("week.entry_changed", held, by=hand.by_id, now=hand.now, details=_details(held))
    return held


@transaction.atomic
def remove_entry(entry: WeekEntry, *, hand: Hand) -> None:
    """What it said stays in the journal."""
    record("week.entry_removed", entry, by=hand.by_id, now=hand.now, details=_details(entry))
    entry.delete()


def _details(entry: WeekEntry) -> dict[str, Any]:
    return {
        "site": entry.site.slug,
        "title": entry.title,
        "weekday": entry.weekday,
        "hours": f"{entry.starts_at:%H:%M}-{entry.ends_at:%H:%M}",
        "version": entry.version,
    }
