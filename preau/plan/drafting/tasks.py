"""Background work of drafting."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.plan.drafting.presence import forget_presences


@task
def forget_old_presences() -> int:
    return forget_presences(now=timezone.now())
