"""What follows a snapshot: on the first nights of a month, who was seen until its eve."""

from __future__ import annotations

from datetime import datetime

from preau.observatory.facts.reading import facts_in_use
from preau.people.organisations.models import Commune

from .showing import show_who_is_seen


def afterwards(*, now: datetime) -> None:
    facts = facts_in_use()
    if facts is None:
        return
    for commune in Commune.objects.all():
        show_who_is_seen(commune, facts, now=now)
