from __future__ import annotations


class AlreadyTaking(Exception):
    """Somebody takes a snapshot already. Says it in a French sentence."""


class SnapshotStopped(Exception):
    """Somebody cancelled the snapshot while it was taken."""
