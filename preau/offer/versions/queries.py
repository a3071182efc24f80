from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from preau.offer.activities.models import Activity
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.models import EntryVersion


class Told(NamedTuple):
    """What the public is shown of a version; ``is_current`` is computed once."""

    version: EntryVersion
    is_current: bool


def versions_of(activity: Activity) -> list[Told]:
    """Easy to read first, then by language. One query; the versions share the entry, read no more."""
    found = list(activity.other_versions.all())
    for version in found:
        version.activity = activity
    in_order = sorted(found, key=lambda version: (version.kind != EASY_READ, version.kind))
    return [Told(version, version.is_current) for version in in_order]


def stale(activities: Iterable[Activity]) -> list[EntryVersion]:
    """Versions of these entries that their French text has left behind. One query."""
    asked = {activity.pk: activity for activity in activities}
    found = []
    for version in EntryVersion.objects.filter(activity__in=list(asked)):
        version.activity = asked[version.activity_id]
        if not version.is_current:
            found.append(version)
    return found
