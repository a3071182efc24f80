"""What follows a snapshot: each figure that the town looks at is protected, and shown from then on."""

from __future__ import annotations

from datetime import datetime

from preau.observatory.facts.reading import facts_in_use
from preau.people.organisations.models import Commune

from .releasing import release_all


def afterwards(*, now: datetime) -> None:
    facts = facts_in_use()
    if facts is None:
        return
    for commune in Commune.objects.all():
        release_all(commune, facts, now=now)
