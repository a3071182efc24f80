"""What follows a snapshot, first of all: how far it can be trusted."""

from __future__ import annotations

from datetime import datetime

from .health import settle_health
from .reading import facts_in_use


def afterwards(*, now: datetime) -> None:
    facts = facts_in_use()
    if facts is not None:
        settle_health(facts)
