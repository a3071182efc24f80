"""Background work of action sheets."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .reminders import remind


@task
def remind_of_sheets() -> int:
    """Each morning before the mail of the day. Run twice the same day, it tells once."""
    return remind(today=timezone.localdate(), now=timezone.now())
