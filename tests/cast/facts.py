"""A snapshot of facts, taken at once in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from preau.observatory.facts.manifest import Manifest, in_use
from preau.observatory.facts.models import FactsSnapshot
from preau.observatory.facts.reading import FactsInUse, facts_in_use
from preau.observatory.facts.snapshots.taking import ask_snapshot, carry_out
from preau.people.accounts.hand import Hand


def take(now: datetime, **how: object) -> FactsSnapshot:
    snapshot = ask_snapshot(hand=Hand(None, now))
    carry_out(snapshot, clock=lambda: now, **how)
    snapshot.refresh_from_db()
    return snapshot


def facts_of(now: datetime, **how: object) -> FactsInUse:
    take(now, **how)
    facts = facts_in_use()
    assert facts is not None
    return facts


def hashes(manifest: Manifest | None = None) -> dict[tuple[str, int], str]:
    manifest = manifest or in_use()
    assert manifest is not None
    return {(part.table, part.year): part.sha256 for part in manifest.parts}


def failing_at(table: str) -> Callable[[str, int, int, int], None]:
    """A program that stops when it comes to that table."""

    def stop(reached: str, _rows: int, _done: int, _parts: int) -> None:
        if reached == table:
            raise RuntimeError(table)

    return stop
