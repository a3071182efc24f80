"""Background work of agreements."""

from __future__ import annotations

from dataclasses import asdict

from django.tasks import task
from django.utils import timezone

from preau.cooperation.agreements import chasing
from preau.people.accounts.hand import Hand


@task
def follow_agreements() -> dict[str, int]:
    """Each morning before the digest mail: what takes effect, what ends, who is late, what comes to its end."""
    now = timezone.now()
    return asdict(chasing.follow_agreements(on=timezone.localdate(now), hand=Hand(None, now)))
