"""Background work of evaluations."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.people.accounts.hand import Hand

from . import recalling


@task
def remind_contributors() -> int:
    """Each morning before the digest mail."""
    now = timezone.now()
    return recalling.remind(today=timezone.localdate(now), hand=Hand(None, now))
