"""Background work of places: freed ones pass on when nobody answers, families are told."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .taking import expire
from .telling import LOST_AFTER, forget_taken, prepare, send


@task
def follow_places() -> dict[str, int]:
    """Each minute. A run that was missed, or killed, is made up for by the next one."""
    now = timezone.now()
    return {
        "expired": expire(now=now),
        "lost": forget_taken(before=now - LOST_AFTER),
        "told": prepare(now=now),
        "sent": send(clock=timezone.now),
    }
