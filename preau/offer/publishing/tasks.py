"""Background work of the catalogue."""

from __future__ import annotations

from dataclasses import asdict

from django.tasks import task
from django.utils import timezone

from preau.people.accounts.hand import Hand

from .freshness import follow_catalogue as follow


@task
def follow_catalogue() -> dict[str, int]:
    """Each morning before the mail of the day. Run twice the same day, it tells once."""
    return asdict(follow(hand=Hand(None, timezone.now())))
