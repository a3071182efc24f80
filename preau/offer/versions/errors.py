from __future__ import annotations

from preau.offer.versions.models import EntryVersion


class VersionChanged(Exception):
    """Somebody wrote the same version meanwhile. Carries it as it stands; the caller keeps what was typed."""

    def __init__(self, current: EntryVersion) -> None:
        super().__init__(f"version {current.pk} is at {current.version}")
        self.current = current


class SourceMoved(Exception):
    """The French text changed since the person saw it: they have to read it again before they go on."""


class NotCurrent(Exception):
    """A version older than the French text can't be validated."""
