"""Entries of the story told otherwise, through the same verbs as everybody's; one of them fell behind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from preau.demo.content.activities import AGENT
from preau.demo.content.languages import CHANGED, VERSIONS, Version
from preau.offer.activities.models import Activity
from preau.offer.activities.writing import change_activity
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.writing import VersionText, validate_version, write_version
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune

_WRITTEN_AT = datetime(2026, 10, 8, 9, 30, tzinfo=UTC)
_CHANGED_AT = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)


def tell_otherwise(commune: Commune, people: Mapping[str, User]) -> None:
    """Once the catalogue stands."""
    entries = {each.title: each for each in Activity.objects.filter(commune=commune).select_related("commune")}
    for each in VERSIONS:
        _write(entries[each.entry], each, Hand(people[AGENT], _WRITTEN_AT))
    title, description = CHANGED
    entry = Activity.objects.get(pk=entries[title].pk)
    hand = Hand(people[AGENT], _CHANGED_AT)
    change_activity(entry, {"description": description}, seen_version=entry.version, hand=hand)


def _write(entry: Activity, told: Version, hand: Hand) -> None:
    text = VersionText(told.title, told.body, fingerprint(entry), told.translator)
    version = write_version(entry, told.kind, text, seen_version=0, hand=hand)
    if told.readers is not None:
        readers, day = told.readers
        validate_version(version, readers, day, seen_version=version.version, hand=hand)
