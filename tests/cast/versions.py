"""An entry told otherwise: in easy French, and in a language that is written from right to left."""

from __future__ import annotations

from preau.offer.activities.models import Activity
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.models import EntryVersion
from preau.offer.versions.writing import VersionText, write_version
from preau.people.accounts.hand import Hand


def make_versions(activity: Activity, *, hand: Hand) -> list[EntryVersion]:
    texts = ((EASY_READ, "Le judo", "C’est un sport.\n\nOn joue."), ("ar", "جودو", "رياضة"))
    return [
        write_version(activity, kind, VersionText(title, body, fingerprint(activity)), seen_version=0, hand=hand)
        for kind, title, body in texts
    ]
