from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .closing import close_due


@task
def close_due_lists() -> int:
    """Just after midnight. A list that is over is closed to everybody from midnight on, whether or not this ran."""
    return close_due(now=timezone.now())
