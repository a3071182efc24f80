"""What people do to versions: write one, have it read by those it is made for, take it away.

Each act tells the catalogue that the entry changed (``activities.revisions``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import touch
from preau.offer.versions.errors import NotCurrent, SourceMoved, VersionChanged
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.models import EntryVersion
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record


@dataclass(frozen=True, slots=True)
class VersionText:
    """``source`` is the fingerprint of the French text that the person had before their eyes."""

    title: str
    body: str
    source: str
    translator: str = ""


@transaction.atomic
def write_version(activity: Activity, kind: str, told: VersionText, *, seen_version: int, hand: Hand) -> EntryVersion:
    """Writes or rewrites a version: ``seen_version`` is 0 for a first one. What readers had validated is to be
    validated again when the words changed. Raises SourceMoved, VersionChanged.
    """
    entry = _held(activity)
    if told.source != fingerprint(entry):
        raise SourceMoved
    version = entry.other_versions.filter(kind=kind).first() or EntryVersion(activity=entry, kind=kind, version=0)
    if version.version != seen_version:
        raise VersionChanged(version)
    if (version.title, version.body) != (told.title, told.body):
        version.validated_by, version.validated_on = "", None
    version.title, version.body, version.translator = told.title, told.body, told.translator
    version.source, version.written_by, version.written_at = told.source, hand.by, hand.now
    version.version += 1
    version.save()
    _tell("version.written", version, hand)
    return version


@transaction.atomic
def validate_version(version: EntryVersion, readers: str, on: date, *, seen_version: int, hand: Hand) -> EntryVersion:
    """``readers``: the group that read and understood it, and where. Raises NotCurrent, VersionChanged."""
    held = _held_version(version, seen_version)
    if not held.is_current:
        raise NotCurrent
    held.validated_by, held.validated_on = readers, on
    held.version += 1
    held.save(update_fields=["validated_by", "validated_on", "version"])
    _tell("version.validated", held, hand)
    return held


@transaction.atomic
def remove_version(version: EntryVersion, *, seen_version: int, hand: Hand) -> None:
    """Raises VersionChanged."""
    held = _held_version(version, seen_version)
    _tell("version.removed", held, hand)
    held.delete()


def _held(activity: Activity) -> Activity:
    return Activity.objects.select_for_update(no_key=True).select_related("commune").get(pk=activity.pk)


def _held_version(version: EntryVersion, seen_version: int) -> EntryVersion:
    """The version as it stands, once its entry is held. Raises VersionChanged."""
    entry = _held(version.activity)
    held = EntryVersion.objects.get(pk=version.pk)
    held.activity = entry
    if held.version != seen_version:
        raise VersionChanged(held)
    return held


def _tell(verb: str, version: EntryVersion, hand: Hand) -> None:
    touch(version.activity.commune, [version.activity])
    details = {"activity": version.activity.slug, "kind": version.kind}
    record(verb, version, by=hand.by_id, now=hand.now, details=details)
