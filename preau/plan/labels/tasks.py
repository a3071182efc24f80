from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.plan.labels.watching import watch_terms


@task
def watch_labels() -> dict[str, int]:
    """Every morning, before the mail of the day."""
    return watch_terms(hand=Hand(None, timezone.now()), on=timezone.localdate())
